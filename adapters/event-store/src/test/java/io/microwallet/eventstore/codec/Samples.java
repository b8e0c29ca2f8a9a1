package io.microwallet.eventstore.codec;

import io.microwallet.core.batch.BatchEvent.BatchBegun;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.batch.BatchEvent.Part;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.Breakage;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.Sales;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.ledger.NodeId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent.PayoutFailed;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.popup.PopUpEvent.PopUpClosed;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpEvent.PopUpOpened;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of every kind, with every account and every optional part present somewhere and absent somewhere. */
final class Samples {
    private static final LedgerId LEDGER = new LedgerId(id(1));
    private static final ClientId CLIENT = new ClientId(id(2));
    private static final KeyId KEY = new KeyId(id(3));
    private static final MerchantId MERCHANT = new MerchantId(id(4));
    private static final WalletId WALLET = new WalletId(id(5));
    private static final TopUpId TOP_UP = new TopUpId(id(6));
    private static final PayoutId PAYOUT = new PayoutId(id(16));
    private static final HoldId HOLD = new HoldId(id(31));
    private static final LinkId LINK = new LinkId(id(7));
    private static final SealedText TEXT = new SealedText("c2VhbGVkLXRleHQ_-");
    private static final PublicKey PUBLIC = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
    private static final ProcessorId SIMULATOR = new ProcessorId("simulator");
    private static final ProcessorReference CHARGE = new ProcessorReference("ch_1:a.b-C");
    private static final Instant AT = Instant.parse("2026-11-23T16:00:00.123456Z");
    private static final List<Lot> PAID = List.of(Lot.cash(new LotId(id(13)), eur(30_00), AT));

    private Samples() {}

    private static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private static WalletFunds cash() {
        return new WalletFunds(WALLET, LotKind.CASH, Availability.AVAILABLE);
    }

    private static List<Event> events() {
        return List.of(
                new LedgerCreated(LEDGER, Mode.SANDBOX, ZoneId.of("Europe/Berlin"), TEXT),
                new WriterOpened(new NodeId(id(8)), 42, new SoftwareVersion("0.1.0-SNAPSHOT")),
                new ClientAdded(LEDGER, CLIENT, Set.of(Scope.ADMIN), KEY, PUBLIC, TEXT),
                new ClientAdded(LedgerId.DEPLOYMENT, CLIENT, Set.of(Scope.OPERATOR), KEY, PUBLIC, null),
                new ClientRevoked(CLIENT, List.of(KEY, new KeyId(id(9)))),
                new KeyAdded(LEDGER, CLIENT, Set.of(Scope.CHECKOUT, Scope.FINANCE), KEY, PUBLIC),
                new KeyRevoked(CLIENT, KEY),
                new MerchantAdded(LEDGER, MERCHANT, MerchantKind.THIRD_PARTY, 250, TEXT, TEXT),
                new MerchantAdded(LEDGER, MERCHANT, MerchantKind.OWN, 0, TEXT, null),
                new WalletOpened(LEDGER, WALLET, CLIENT, TEXT, null),
                new WalletOpened(LEDGER, WALLET, CLIENT, null, TEXT),
                new WalletFrozen(WALLET),
                new WalletUnfrozen(WALLET),
                new WalletClosed(WALLET),
                new WalletErased(WALLET),
                new WalletResolved(WALLET, CLIENT),
                new TopUpRequested(
                        LEDGER,
                        TOP_UP,
                        WALLET,
                        eur(50_00),
                        SIMULATOR,
                        new CardToken("tok_visa-1"),
                        new PopUpId(id(10)),
                        TEXT,
                        AT.minusSeconds(60)),
                new TopUpSucceeded(TOP_UP, WALLET, eur(50_00), CHARGE, eur(50_00), null, entry(cash())),
                new TopUpFailed(TOP_UP, WALLET, new DeclineCode("insufficient_funds")),
                new TopUpUnclaimed(TOP_UP, WALLET, eur(50_00), CHARGE, entry(new Unclaimed())),
                thirdPartySale(),
                ownSale(),
                new LinkCreated(
                        LEDGER, LINK, WALLET, CLIENT, new SecretHash("0a".repeat(32)), 1, AT.plusSeconds(3_600)),
                new LinkRevoked(LINK, WALLET),
                new RequestRefused(new RefusalCode("INSUFFICIENT_FUNDS")),
                new PayoutRequested(
                        LEDGER, PAYOUT, MERCHANT, eur(50_00), 41, TEXT, payout(new MerchantPayable(MERCHANT))),
                new PayoutRequested(
                        LEDGER, PAYOUT, MERCHANT, eur(50_00), 41, null, payout(new MerchantPayable(MERCHANT))),
                new PayoutSettled(PAYOUT, MERCHANT, eur(50_00), payout(new PayoutsInFlight(MERCHANT))),
                new PayoutFailed(PAYOUT, MERCHANT, eur(50_00), payout(new Bank())),
                new LimitsChanged(LEDGER, CLIENT, new Limits(List.of(eur(500_00)), List.of(eur(100_00)), 5, 10, 50, 7)),
                new LimitsChanged(LEDGER, CLIENT, Limits.DEFAULT),
                new ClockMoved(LEDGER, CLIENT, 86_400_000_000L, AT.plusSeconds(86_400)));
    }

    private static List<Event> batches() {
        return List.of(
                new BatchBegun(1_000),
                new BatchDecided(List.of(new Part(Operation.PURCHASE, 1), new Part(Operation.SETTLE_PAYOUT, 0))),
                new BatchRefused(3, 2, new RefusalCode("INSUFFICIENT_FUNDS")));
    }

    private static JournalEntry entry(io.microwallet.core.journal.Account to) {
        return JournalEntry.of(
                Posting.debit(new ProcessorClearing(SIMULATOR), eur(50_00)), Posting.credit(to, eur(50_00)));
    }

    private static JournalEntry payout(io.microwallet.core.journal.Account from) {
        return JournalEntry.of(
                Posting.debit(from, eur(50_00)), Posting.credit(new PayoutsInFlight(MERCHANT), eur(50_00)));
    }

    private static Purchased thirdPartySale() {
        var entry = JournalEntry.of(
                Posting.debit(cash(), eur(20_00)),
                Posting.debit(new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE), eur(5_00)),
                Posting.credit(new MerchantPayable(MERCHANT), eur(24_38)),
                Posting.credit(new Commission(), eur(62)));
        return new Purchased(
                LEDGER,
                new PurchaseId(id(11)),
                WALLET,
                MERCHANT,
                CLIENT,
                eur(25_00),
                eur(62),
                eur(30_00),
                List.of(
                        Lot.credit(new LotId(id(12)), eur(5_00), AT, AT.plusSeconds(60), Funder.merchant(MERCHANT)),
                        Lot.cash(new LotId(id(13)), eur(20_00), AT)),
                new PopUpId(id(10)),
                TEXT,
                AT,
                entry);
    }

    private static Purchased ownSale() {
        var yen = Money.of(1_200, "JPY");
        return new Purchased(
                LEDGER,
                new PurchaseId(id(14)),
                WALLET,
                MERCHANT,
                CLIENT,
                yen,
                Money.of(0, "JPY"),
                Money.of(0, "JPY"),
                List.of(Lot.cash(new LotId(id(15)), yen, AT)),
                null,
                null,
                null,
                JournalEntry.of(
                        Posting.debit(new WalletFunds(WALLET, LotKind.CASH, Availability.HELD), yen),
                        Posting.credit(new Sales(MERCHANT), yen)));
    }

    static List<RecordedEvent> recorded() {
        var recorded = new ArrayList<RecordedEvent>();
        add(recorded, 0, events());
        add(recorded, 100, List.of(expired()));
        add(recorded, 200, drops());
        add(recorded, 700, batches());
        add(recorded, 110, MembershipSamples.events());
        add(recorded, 300, ReturnSamples.events());
        add(recorded, 800, JobSamples.events());
        add(recorded, 850, List.of(succeededAfterItsDispute(), MembershipSamples.over()));
        add(recorded, 900, SettlementSamples.events());
        add(recorded, 950, ReturnSamples.disputed());
        return recorded;
    }

    private static TopUpSucceeded succeededAfterItsDispute() {
        return new TopUpSucceeded(TOP_UP, WALLET, eur(50_00), CHARGE, eur(50_00), AT.minusSeconds(60), entry(cash()));
    }

    /** At positions of their own, so that features add samples without moving another's; every other one answers a request. */
    private static void add(List<RecordedEvent> recorded, int from, List<Event> events) {
        for (var event : events) {
            var position = from + events.indexOf(event);
            recorded.add(new RecordedEvent(
                    position,
                    AT.plusNanos(position * 1_000L),
                    LEDGER,
                    position % 2 == 0 ? Optional.empty() : Optional.of(header(position)),
                    event));
        }
    }

    private static List<Event> drops() {
        var popUp = new PopUpId(id(10));
        var drop = new DropId(id(30));
        var all = new Offer(200, eur(30_00), eur(25_00), EarlyAccess.MEMBERS, 2, 600);
        var least = new Offer(1, eur(1), null, EarlyAccess.NOBODY, 1, 60);
        return List.of(
                new PopUpCreated(LEDGER, popUp, TEXT, AT, AT.plusSeconds(60), ZoneId.of("Asia/Tokyo"), TEXT),
                new PopUpCreated(LEDGER, popUp, TEXT, AT, AT.plusSeconds(60), ZoneId.of("Asia/Tokyo"), null),
                new PopUpRescheduled(popUp, AT, AT.plusSeconds(60)),
                new PopUpOpened(popUp),
                new PopUpClosed(popUp),
                new DropCreated(LEDGER, drop, MERCHANT, popUp, TEXT, all, AT, AT.plusSeconds(60), TEXT),
                new DropCreated(LEDGER, drop, MERCHANT, null, TEXT, least, AT, AT.plusSeconds(60), null),
                new DropRescheduled(drop, AT, AT.plusSeconds(60)),
                new DropOpened(drop),
                new DropClosed(drop),
                placed(drop, popUp, TEXT),
                placed(null, null, null),
                captured(drop, popUp, TEXT),
                captured(null, null, null),
                new HoldVoided(HOLD, WALLET, drop, eur(30_00), eur(30_00), PAID, List.of(), AT, letGo()),
                new HoldVoided(HOLD, WALLET, null, eur(30_00), eur(20_00), List.of(), PAID, AT, letGo()),
                new HoldExpired(HOLD, WALLET, drop, eur(30_00), eur(30_00), PAID, List.of(), AT, letGo()),
                new HoldExpired(HOLD, WALLET, null, eur(30_00), eur(20_00), List.of(), PAID, AT, letGo()));
    }

    private static HoldPlaced placed(@Nullable DropId drop, @Nullable PopUpId popUp, @Nullable SealedText text) {
        var entry = JournalEntry.of(Posting.debit(cash(), eur(30_00)), Posting.credit(held(), eur(30_00)));
        return new HoldPlaced(
                LEDGER, HOLD, WALLET, MERCHANT, CLIENT, drop, popUp, eur(30_00), eur(0), PAID, AT, text, entry);
    }

    private static HoldCaptured captured(@Nullable DropId drop, @Nullable PopUpId popUp, @Nullable SealedText text) {
        var entry = JournalEntry.of(
                Posting.debit(held(), eur(30_00)),
                Posting.credit(new MerchantPayable(MERCHANT), eur(23_00)),
                Posting.credit(new Commission(), eur(2_00)),
                Posting.credit(cash(), eur(5_00)));
        return new HoldCaptured(
                LEDGER,
                HOLD,
                WALLET,
                MERCHANT,
                CLIENT,
                drop,
                popUp,
                1,
                eur(25_00),
                eur(2_00),
                eur(0),
                eur(5_00),
                PAID,
                PAID,
                List.of(),
                AT,
                text,
                entry);
    }

    private static JournalEntry letGo() {
        return JournalEntry.of(Posting.debit(held(), eur(30_00)), Posting.credit(cash(), eur(30_00)));
    }

    private static WalletFunds held() {
        return new WalletFunds(WALLET, LotKind.CASH, Availability.HELD);
    }

    private static CreditExpired expired() {
        var lot = Lot.credit(new LotId(id(12)), eur(5_00), AT, AT.plusSeconds(60), Funder.plan());
        var entry = JournalEntry.of(
                Posting.debit(new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE), eur(5_00)),
                Posting.credit(new Breakage(), eur(5_00)));
        return new CreditExpired(WALLET, eur(5_00), List.of(lot), eur(0), entry);
    }

    private static RequestHeader header(long n) {
        return new RequestHeader(
                new RequestId(CLIENT, new IdempotencyKey(id(100 + n))),
                new Fingerprint(0x0123_4567_89AB_CDEFL, -n),
                Operation.PURCHASE,
                1,
                2,
                1);
    }
}
