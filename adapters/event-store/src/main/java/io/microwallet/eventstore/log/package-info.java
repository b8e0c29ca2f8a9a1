/** The log: rows, their hashes, and the table that holds them. */
@NullMarked
package io.microwallet.eventstore.log;

import org.jspecify.annotations.NullMarked;
