/** What {@code fsck} says. */
@NullMarked
package io.microwallet.eventstore.check.finding;

import org.jspecify.annotations.NullMarked;
