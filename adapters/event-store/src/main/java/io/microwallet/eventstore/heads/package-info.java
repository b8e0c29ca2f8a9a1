/** Heads of the log, signed and kept outside of the database. */
@NullMarked
package io.microwallet.eventstore.heads;

import org.jspecify.annotations.NullMarked;
