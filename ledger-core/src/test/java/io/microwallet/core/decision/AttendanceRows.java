package io.microwallet.core.decision;

import static io.microwallet.core.decision.Members.limits;
import static io.microwallet.core.given.Club.CANCELLED;
import static io.microwallet.core.given.Club.MEMBERSHIP;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.credit;
import static io.microwallet.core.given.Club.lot;
import static io.microwallet.core.given.Club.over;
import static io.microwallet.core.given.Club.started;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who was at two different pop-ups gets 3.00. The member has 30.00 left, and each sale is of 1.00. */
final class AttendanceRows {
    private static final PopUpId MARKET = new PopUpId(new UUID(9, 1));
    private static final PopUpId FAIR = new PopUpId(new UUID(9, 2));
    private static final PopUpId PARTY = new PopUpId(new UUID(9, 3));
    private static final Instant ENDS = NOW.plusSeconds(1);

    private AttendanceRows() {}

    static Stream<Row> rows() {
        return Stream.concat(visits(), rewardsThatWait());
    }

    private static Stream<Row> visits() {
        return Stream.of(
                row("credit granted 3 for two different pop-ups, paid for by the plan, in the sale that shows it")
                        .given(member(ENDS, sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800), reward(2_800, deferred(300), given(0, 300, Funder.plan()))),
                row("the same pop-up twice counts once")
                        .given(member(ENDS, sale(MARKET, 2_900)))
                        .when(buy(MARKET))
                        .accepted(sale(MARKET, 2_800)),
                row("a sale at no pop-up counts for nothing")
                        .given(member(ENDS, sale(MARKET, 2_900)))
                        .when(buy(null))
                        .accepted(sale(null, 2_800)),
                row("a cliff is reached once a membership")
                        .given(member(
                                ENDS,
                                sale(MARKET, 2_900),
                                sale(FAIR, 2_800),
                                reward(2_800, deferred(300), given(0, 300, Funder.plan()))))
                        .when(buy(PARTY))
                        .accepted(rewardedSale(PARTY)),
                row("who has cancelled is rewarded to the end of the period")
                        .given(member(ENDS, CANCELLED, sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800), reward(2_800, deferred(300), given(0, 300, Funder.plan()))),
                row("credit granted 3 beyond what is left of the price is promotional")
                        .given(member(ENDS, gave(1_900), sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(
                                sale(
                                        FAIR,
                                        4_700,
                                        Posting.debit(credit(), eur(100)),
                                        Lot.credit(lot(1, 0), eur(100), EARLIER, null, Funder.plan())),
                                reward(
                                        4_700,
                                        List.of(
                                                Posting.debit(new MembershipDeferred(), eur(100)),
                                                Posting.debit(new MembershipCredits(), eur(200))),
                                        given(0, 100, Funder.plan()),
                                        given(1, 200, Funder.ledger()))),
                row("a visit after the end of the period counts for nothing")
                        .given(member(NOW, sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(over(2_000), sale(FAIR, 2_800)));
    }

    private static Stream<Row> rewardsThatWait() {
        return Stream.of(
                row("a wallet that is full of lots is not rewarded, and no sale is refused for it")
                        .given(member(ENDS, full(sale(MARKET, 2_900))))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800)),
                row("a reward that found no room comes with a later visit")
                        .given(member(ENDS, sale(MARKET, 2_900), sale(FAIR, 2_800)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_700), reward(2_700, deferred(300), given(0, 300, Funder.plan()))),
                row("a reward may bring a wallet to its ledger's limits")
                        .given(member(ENDS, limits(3_100, 2), sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800), reward(2_800, deferred(300), given(0, 300, Funder.plan()))),
                row("a reward beyond what a wallet may hold waits, and no sale is refused for it")
                        .given(member(ENDS, limits(3_099, 2), sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800)),
                row("a reward that waited comes with the visit that makes room for it")
                        .given(member(ENDS, limits(3_099, 2), sale(MARKET, 2_900), sale(FAIR, 2_800)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_700), reward(2_700, deferred(300), given(0, 300, Funder.plan()))),
                row("a reward of one lot more than a wallet may have waits")
                        .given(member(ENDS, limits(9_900, 1), sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(FAIR, 2_800)),
                row("a reward of two lots, with room for one, waits")
                        .given(member(ENDS, limits(9_900, 3), gave(1_900), sale(MARKET, 2_900)))
                        .when(buy(FAIR))
                        .accepted(sale(
                                FAIR,
                                4_700,
                                Posting.debit(credit(), eur(100)),
                                Lot.credit(lot(1, 0), eur(100), EARLIER, null, Funder.plan()))));
    }

    private static Event[] member(Instant ends, Event... more) {
        var price = Lot.cash(LotId.of(TOP_UP), eur(2_000), EARLIER);
        var given = List.of(
                LEDGER_CREATED,
                OPENED,
                OWN_SHOP_ADDED,
                created(MARKET),
                created(FAIR),
                created(PARTY),
                PLAN_CREATED,
                requested(TOP_UP, eur(5_000)),
                succeeded(TOP_UP, eur(5_000), eur(5_000)),
                started(ends, eur(3_000), price));
        return Stream.concat(given.stream(), Stream.of(more)).toArray(Event[]::new);
    }

    private static PopUpCreated created(PopUpId popUp) {
        return new PopUpCreated(LEDGER, popUp, NAME, EARLIER, NOW, ZoneOffset.UTC, null);
    }

    private static Event[] full(Event more) {
        var events = new ArrayList<Event>(List.of(more));
        for (var number = 0; number < Limits.DEFAULT.openLots() - 1; number++) {
            events.add(requested(new TopUpId(new UUID(6, 1_000 + number)), eur(1)));
        }
        return events.toArray(Event[]::new);
    }

    private static Purchase buy(@Nullable PopUpId popUp) {
        return new Purchase(LEDGER, id(popUp), WALLET, OWN_SHOP, TILL, eur(100), popUp, null, null);
    }

    private static PurchaseId id(@Nullable PopUpId popUp) {
        return new PurchaseId(popUp == null ? new UUID(8, 9) : popUp.value());
    }

    private static Purchased sale(@Nullable PopUpId popUp, long available) {
        return sale(popUp, available, Posting.debit(cash(), eur(100)), Lot.cash(LotId.of(TOP_UP), eur(100), EARLIER));
    }

    /** The reward burns down first. */
    private static Purchased rewardedSale(PopUpId popUp) {
        return sale(popUp, 3_000, Posting.debit(credit(), eur(100)), given(0, 100, Funder.plan()));
    }

    private static Purchased sale(@Nullable PopUpId popUp, long available, Posting paid, Lot lot) {
        return new Purchased(
                LEDGER,
                id(popUp),
                WALLET,
                OWN_SHOP,
                TILL,
                eur(100),
                eur(0),
                eur(available),
                List.of(lot),
                popUp,
                null,
                null,
                JournalEntry.of(paid, Posting.credit(new Sales(OWN_SHOP), eur(100))));
    }

    private static MembershipCreditGranted gave(long cents) {
        return new MembershipCreditGranted(
                MEMBERSHIP,
                WALLET,
                eur(cents),
                eur(3_000 + cents),
                List.of(Lot.credit(lot(1, 0), eur(cents), EARLIER, null, Funder.plan())),
                JournalEntry.of(
                        Posting.debit(new MembershipDeferred(), eur(cents)), Posting.credit(credit(), eur(cents))));
    }

    private static List<Posting> deferred(long cents) {
        return List.of(Posting.debit(new MembershipDeferred(), eur(cents)));
    }

    private static Lot given(int part, long cents, Funder funder) {
        return Lot.credit(lot(2, part), eur(cents), NOW, NOW.plus(Duration.ofDays(7)), funder);
    }

    private static AttendanceRewarded reward(long before, List<Posting> debits, Lot... lots) {
        var postings = new ArrayList<>(debits);
        postings.add(Posting.credit(credit(), eur(300)));
        return new AttendanceRewarded(
                MEMBERSHIP,
                WALLET,
                2,
                eur(300),
                eur(before + 300),
                Stream.of(lots).sorted(BurnDown.ORDER).toList(),
                new JournalEntry(postings));
    }
}
