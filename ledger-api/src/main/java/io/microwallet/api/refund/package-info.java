/** The API of refunds: what goes back to wallets, and to where it came from. */
@NullMarked
package io.microwallet.api.refund;

import org.jspecify.annotations.NullMarked;
