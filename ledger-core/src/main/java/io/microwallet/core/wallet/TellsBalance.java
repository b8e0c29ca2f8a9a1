package io.microwallet.core.wallet;

import io.microwallet.core.money.Money;

/** What moves a wallet's spendable money, and tells what is spendable after it. */
public interface TellsBalance {
    WalletId wallet();

    /** The wallet's available balance of the currency that moved, right after it. */
    Money available();
}
