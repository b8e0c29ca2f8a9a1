package io.microwallet.core.wallet;

import io.microwallet.core.money.Money;
import org.jspecify.annotations.Nullable;

/** What moves a wallet's spendable money, and tells what is spendable after it. */
public interface TellsBalance {
    /** Null where a processor took money that is no wallet's. */
    @Nullable
    WalletId wallet();

    /** The wallet's available balance of the currency that moved, right after it; null where there is no open wallet. */
    @Nullable
    Money available();
}
