/** The append-only log on PostgreSQL, and what is read from it. */
@NullMarked
package io.microwallet.eventstore;

import org.jspecify.annotations.NullMarked;
