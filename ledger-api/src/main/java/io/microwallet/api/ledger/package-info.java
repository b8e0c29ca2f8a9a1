/** The API of ledgers: operators open them. */
@NullMarked
package io.microwallet.api.ledger;

import org.jspecify.annotations.NullMarked;
