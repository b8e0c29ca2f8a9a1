/** What {@code fsck} expects of the indexes, and what stands in them. */
@NullMarked
package io.microwallet.eventstore.check.index;

import org.jspecify.annotations.NullMarked;
