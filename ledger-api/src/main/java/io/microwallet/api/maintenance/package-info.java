/** The commands that open the database themselves: {@code fsck} and {@code reindex}. */
@NullMarked
package io.microwallet.api.maintenance;

import org.jspecify.annotations.NullMarked;
