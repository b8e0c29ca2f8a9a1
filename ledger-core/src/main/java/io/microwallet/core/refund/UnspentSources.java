package io.microwallet.core.refund;

import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.util.List;
import java.util.stream.Stream;

/** Which top-ups are behind cash: what an order to send it back has to name. */
public final class UnspentSources {
    private UnspentSources() {}

    /** The top-ups of whose cash the wallet has something left; what is held may be let go of before it is decided. */
    public static List<TopUpId> of(Wallet wallet) {
        return wallet instanceof Wallet.Open open
                ? behind(Stream.concat(
                        open.lots().stream(), open.funds().holds().stream().flatMap(hold -> hold.lots().stream())))
                : List.of();
    }

    /** The top-ups that these lots came of, each once. */
    public static List<TopUpId> behind(Stream<Lot> lots) {
        return lots.filter(lot -> lot.kind() == LotKind.CASH)
                .map(lot -> new TopUpId(lot.id().value()))
                .distinct()
                .toList();
    }
}
