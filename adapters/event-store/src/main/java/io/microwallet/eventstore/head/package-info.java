/** Signed heads, kept outside of the database: they catch a cut tail, and a chain that was computed anew. */
@NullMarked
package io.microwallet.eventstore.head;

import org.jspecify.annotations.NullMarked;
