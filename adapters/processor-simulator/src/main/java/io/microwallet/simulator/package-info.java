/** The simulated card processor as the ledger sees it: the adapter of the port, and what both sides agree on. */
@NullMarked
package io.microwallet.simulator;

import org.jspecify.annotations.NullMarked;
