/** Tables built from the log by streaming processors. */
@NullMarked
package io.microwallet.eventstore.projection;

import org.jspecify.annotations.NullMarked;
