package io.microwallet.api.refund;

import io.microwallet.core.books.Books;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.stream.Stream;

/** Which top-ups are behind cash. */
public final class UnspentSources {
    private UnspentSources() {}

    /** The top-ups of whose cash the wallet has something left. */
    public static List<TopUpId> of(Books books, WalletId wallet) {
        return books.read(wallet) instanceof Wallet.Open open ? topUps(open.lots().stream()) : List.of();
    }

    static List<TopUpId> topUps(Stream<Lot> lots) {
        return lots.filter(lot -> lot.kind() == LotKind.CASH)
                .map(lot -> new TopUpId(lot.id().value()))
                .distinct()
                .toList();
    }
}
