/** The API of wallets, which every client knows by its own tokens. */
@NullMarked
package io.microwallet.api.wallet;

import org.jspecify.annotations.NullMarked;
