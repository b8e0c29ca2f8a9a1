package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What time alone does, when the sweeper asks. */
final class OverdueRows {
    private static final LotId GRANT = new LotId(new UUID(7, 1));
    private static final LotId FIRST = new LotId(new UUID(7, 2));
    private static final WalletFunds CREDIT = new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE);
    private static final SettleOverdue SWEEP = new SettleOverdue(WALLET);

    private OverdueRows() {}

    static Stream<Row> rows() {
        var given = Funder.merchant(BAKER);
        return Stream.of(
                row("promotional credit expired: back to the ledger that funded it")
                        .given(OPENED, granted(Funder.ledger(), NOW))
                        .when(SWEEP)
                        .accepted(expired(Funder.ledger(), new Account.MembershipCredits())),
                row("promotional credit expired: back to the merchant that funded it")
                        .given(OPENED, BAKER_ADDED, granted(given, NOW))
                        .when(SWEEP)
                        .accepted(expired(given, new Account.MerchantPayable(BAKER))),
                row("credits that ended at different instants are booked by themselves, first the one that ended first")
                        .given(
                                OPENED,
                                granted(Funder.ledger(), NOW),
                                granted(FIRST, Funder.ledger(), NOW.minusSeconds(60)))
                        .when(SWEEP)
                        .accepted(
                                expired(
                                        lot(FIRST, Funder.ledger(), NOW.minusSeconds(60)),
                                        new Account.MembershipCredits()),
                                expired(Funder.ledger(), new Account.MembershipCredits())),
                row("a credit has not expired before its instant")
                        .given(OPENED, granted(Funder.ledger(), NOW.plusNanos(1_000)))
                        .when(SWEEP)
                        .alreadyKnown());
    }

    private static Lot lot(Funder funder, Instant expires) {
        return lot(GRANT, funder, expires);
    }

    private static Lot lot(LotId id, Funder funder, Instant expires) {
        return Lot.credit(id, eur(200), EARLIER, expires, funder);
    }

    private static CreditGranted granted(Funder funder, Instant expires) {
        return granted(GRANT, funder, expires);
    }

    private static CreditGranted granted(LotId id, Funder funder, Instant expires) {
        var entry = JournalEntry.of(Posting.debit(funder.breaksInto(), eur(200)), Posting.credit(CREDIT, eur(200)));
        return new CreditGranted(LEDGER, WALLET, TILL, lot(id, funder, expires), eur(200), NAME, entry);
    }

    private static CreditExpired expired(Funder funder, Account back) {
        return expired(lot(funder, NOW), back);
    }

    private static CreditExpired expired(Lot lot, Account back) {
        var entry = JournalEntry.of(Posting.debit(CREDIT, eur(200)), Posting.credit(back, eur(200)));
        return new CreditExpired(WALLET, eur(200), List.of(lot), eur(0), entry);
    }
}
