/** {@code fsck}: whether the books are whole, and where they are not. */
@NullMarked
package io.microwallet.eventstore.check;

import org.jspecify.annotations.NullMarked;
