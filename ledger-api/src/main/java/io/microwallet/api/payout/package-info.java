/** The API of payouts: what merchants are owed, and how they get it. */
@NullMarked
package io.microwallet.api.payout;

import org.jspecify.annotations.NullMarked;
