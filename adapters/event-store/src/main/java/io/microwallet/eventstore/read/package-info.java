/** Reads of everything acknowledged, and of nothing that is not durable. */
@NullMarked
package io.microwallet.eventstore.read;

import org.jspecify.annotations.NullMarked;
