/** {@code reindex}: the indexes built anew from the log. */
@NullMarked
package io.microwallet.eventstore.rebuild;

import org.jspecify.annotations.NullMarked;
