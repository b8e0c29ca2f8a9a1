package io.microwallet.core.purchase;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SaleEntryTest {
    @Test
    void lots_of_one_kind_are_one_posting() {
        var baker = new Merchant.Trading(BAKER, LEDGER, MerchantKind.THIRD_PARTY, 800, NAME, null, Row.EARLIER);
        var lots = List.of(
                part(1, LotKind.CREDIT, 400),
                part(2, LotKind.CASH, 1_000),
                part(3, LotKind.CREDIT, 600),
                part(4, LotKind.CASH, 500));

        var entry = SaleEntry.of(WALLET, lots, baker, eur(2_500), eur(200));

        assertThat(entry.postings())
                .containsExactly(
                        Posting.debit(new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE), eur(1_000)),
                        Posting.debit(cash(), eur(1_500)),
                        Posting.credit(new MerchantPayable(BAKER), eur(2_300)),
                        Posting.credit(new Commission(), eur(200)));
    }

    private static Lot part(int number, LotKind kind, long cents) {
        var funder = kind == LotKind.CREDIT ? Funder.ledger() : null;
        return new Lot(new LotId(new UUID(1, number)), kind, eur(cents), Row.EARLIER, null, funder);
    }
}
