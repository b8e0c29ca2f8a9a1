/** The API of money that processors take back: chargebacks, what members owe since, and what fits nothing. */
@NullMarked
package io.microwallet.api.chargeback;

import org.jspecify.annotations.NullMarked;
