package io.microwallet.core.decision;

import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.credit;
import static io.microwallet.core.given.Club.lot;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;

import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the rows about memberships have in common: a wallet of 50.00, and who is a member with it. */
final class Members {
    static final Instant ENDS = NOW.plus(Duration.ofDays(30));
    static final WalletClosed CLOSED = new WalletClosed(WALLET);
    static final WalletErased ERASED = new WalletErased(WALLET);
    static final WalletFrozen FROZEN = new WalletFrozen(WALLET);
    static final Lot PRICE = Lot.cash(LotId.of(TOP_UP), eur(2_000), EARLIER);

    private Members() {}

    /** The wallet has 50.00. */
    static Event[] with(Event... more) {
        return events(List.of(OPENED, requested(TOP_UP, eur(5_000)), cents(5_000)), more);
    }

    static Event[] member(Event... more) {
        return memberUntil(NOW.plusSeconds(86_400), more);
    }

    static Event[] memberUntil(Instant end, Event... more) {
        return events(List.of(with(PLAN_CREATED, started(end, eur(3_000), PRICE))), more);
    }

    static Event[] events(List<Event> some, Event... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toArray(Event[]::new);
    }

    static Event cents(long cents) {
        return succeeded(TOP_UP, eur(cents), eur(cents));
    }

    static Lot cashOf(long cents) {
        return Lot.cash(LotId.of(TOP_UP), eur(cents), EARLIER);
    }

    static Event promotion(long cents) {
        return new CreditGranted(
                LEDGER,
                WALLET,
                TILL,
                Lot.credit(new LotId(new UUID(7, 7)), eur(cents), EARLIER, null, Funder.ledger()),
                eur(cents),
                null,
                JournalEntry.of(
                        Posting.debit(new MembershipCredits(), eur(cents)), Posting.credit(credit(), eur(cents))));
    }

    /** What a wallet of the ledger may have from now on. */
    static LimitsChanged limits(long balance, int openLots) {
        return new LimitsChanged(LEDGER, TILL, new Limits(List.of(eur(balance)), List.of(), 50, 20, openLots, 14));
    }

    static Lot given(int part, long cents, Funder funder) {
        var until = NOW.plus(Duration.ofDays(14));
        return Lot.credit(lot(ENDS.toEpochMilli(), part), eur(cents), NOW, until, funder);
    }

    /** The 10.00 that the plan gives, out of its price. */
    static MembershipCreditGranted planCredit(long available) {
        return granted(
                available,
                List.of(Posting.debit(new MembershipDeferred(), eur(1_000))),
                given(0, 1_000, Funder.plan()));
    }

    static MembershipCreditGranted granted(long available, List<Posting> debits, Lot... lots) {
        var cents = Stream.of(lots).mapToLong(lot -> lot.amount().amount()).sum();
        var postings = new ArrayList<>(debits);
        postings.add(Posting.credit(credit(), eur(cents)));
        return new MembershipCreditGranted(
                MEMBERSHIP,
                WALLET,
                eur(cents),
                eur(available),
                Stream.of(lots).sorted(BurnDown.ORDER).toList(),
                new JournalEntry(postings));
    }
}
