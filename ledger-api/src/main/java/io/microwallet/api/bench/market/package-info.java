/** Ledgers full of wallets, and what is ordered there: what a till would send, sealed reference and all. */
@NullMarked
package io.microwallet.api.bench.market;

import org.jspecify.annotations.NullMarked;
