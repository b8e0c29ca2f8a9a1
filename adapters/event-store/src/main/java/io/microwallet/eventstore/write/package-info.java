/** The one writer: rows on their way into the log. */
@NullMarked
package io.microwallet.eventstore.write;

import org.jspecify.annotations.NullMarked;
