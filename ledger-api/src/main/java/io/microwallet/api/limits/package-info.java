/** The API of limits: what a ledger allows one wallet, and who changed it when. */
@NullMarked
package io.microwallet.api.limits;

import org.jspecify.annotations.NullMarked;
