package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.BadDebt;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.Account.Unexplained;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows about money that goes back have in common. The wallet brought in 30.00 and 20.00 and had a credit of 10.00;
 * it paid 45.00: the credit, the 30.00, and 5.00 of the 20.00. So 15.00 is left.
 */
final class Returns {
    static final PurchaseId PURCHASE = new PurchaseId(new UUID(8, 1));
    static final RefundId REFUND = new RefundId(new UUID(11, 1));
    static final RefundId OTHER = new RefundId(new UUID(11, 2));
    static final TopUpId FIRST = new TopUpId(new UUID(6, 1));
    static final TopUpId SECOND = new TopUpId(new UUID(6, 2));
    static final LotId GRANT = new LotId(new UUID(12, 1));
    static final ProcessorReference DISPUTE = new ProcessorReference("dp_1");
    static final ChargebackId CHARGEBACK = ChargebackId.of(LEDGER, PROCESSOR, DISPUTE);
    static final Instant CREDIT_ENDS = NOW.plusSeconds(60);

    static final WalletClosed CLOSED = new WalletClosed(WALLET);
    static final WalletErased ERASED = new WalletErased(WALLET);

    static final Account CLEARING = new ProcessorClearing(PROCESSOR);
    static final Account IN_FLIGHT = new RefundsInFlight(PROCESSOR);
    static final Account OWED = new ReceivableChargebacks(WALLET);
    static final Account UNEXPLAINED = new Unexplained(PROCESSOR);
    static final Account UNCLAIMED = new Unclaimed();
    static final Account BAD_DEBT = new BadDebt();
    static final Account FEES = new ProcessorFees(PROCESSOR);
    static final Account PAYABLE = new MerchantPayable(BAKER);
    static final Account COMMISSION = new Commission();
    static final Account CREDIT = new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE);

    private Returns() {}

    static Event[] paid(Event... more) {
        return paidUntil(CREDIT_ENDS, more);
    }

    /** The same, with a credit that ends at another time. */
    static Event[] paidUntil(Instant creditEnds, Event... more) {
        var all = Stream.of(
                OPENED,
                BAKER_ADDED,
                requested(FIRST, eur(3_000)),
                succeeded(FIRST, eur(3_000), eur(3_000)),
                requested(SECOND, eur(2_000)),
                succeeded(SECOND, eur(2_000), eur(5_000)),
                granted(creditEnds),
                sale(creditEnds));
        return Stream.concat(all, Stream.of(more)).toArray(Event[]::new);
    }

    /** Nothing was spent: 30.00 and 20.00. */
    static Event[] toppedUp(Event... more) {
        var all = Stream.of(
                OPENED,
                BAKER_ADDED,
                requested(FIRST, eur(3_000)),
                succeeded(FIRST, eur(3_000), eur(3_000)),
                requested(SECOND, eur(2_000)),
                succeeded(SECOND, eur(2_000), eur(5_000)));
        return Stream.concat(all, Stream.of(more)).toArray(Event[]::new);
    }

    /** A credit as a wallet gets one back; how it came first is another feature's. */
    private static Event granted(Instant ends) {
        return new PurchaseRefunded(
                LEDGER,
                new RefundId(new UUID(11, 99)),
                new PurchaseId(new UUID(8, 99)),
                WALLET,
                BAKER,
                TILL,
                eur(1_000),
                eur(0),
                RefundTarget.WALLET,
                List.of(grant(1_000, ends)),
                List.of(grant(1_000, ends)),
                List.of(),
                eur(6_000),
                null,
                null,
                null,
                entry(debit(PAYABLE, eur(1_000)), credit(CREDIT, eur(1_000))));
    }

    private static Event sale(Instant creditEnds) {
        return new Purchased(
                LEDGER,
                PURCHASE,
                WALLET,
                BAKER,
                TILL,
                eur(4_500),
                eur(112),
                eur(1_500),
                List.of(grant(1_000, creditEnds), lot(FIRST, 3_000), lot(SECOND, 500)),
                null,
                null,
                null,
                entry(
                        debit(CREDIT, eur(1_000)),
                        debit(cash(), eur(3_500)),
                        credit(PAYABLE, eur(4_388)),
                        credit(COMMISSION, eur(112))));
    }

    static Lot lot(TopUpId topUp, long cents) {
        return Lot.cash(LotId.of(topUp), eur(cents), EARLIER);
    }

    static Lot grant(long cents, Instant ends) {
        return Lot.credit(GRANT, eur(cents), EARLIER, ends, Funder.plan());
    }

    static Lot grant(long cents) {
        return grant(cents, CREDIT_ENDS);
    }

    static RefundPart part(TopUpId topUp, long cents) {
        return new RefundPart(PROCESSOR, PAYMENT, lot(topUp, cents));
    }

    static RefundPurchase refund(@Nullable Money amount, RefundTarget to) {
        return refund(REFUND, amount, to, null);
    }

    static RefundPurchase refund(RefundId id, @Nullable Money amount, RefundTarget to, @Nullable Instant effective) {
        return new RefundPurchase(
                LEDGER, id, PURCHASE, WALLET, BAKER, TILL, amount, to, List.of(FIRST, SECOND), null, effective);
    }

    /** As the rules must book it. */
    static PurchaseRefunded refunded(
            RefundId id, RefundTarget to, long commission, long available, Undone undone, Posting... credits) {
        var amount =
                undone.parts.stream().mapToLong(lot -> lot.amount().amount()).sum();
        var debits = Stream.of(debit(PAYABLE, eur(amount - commission)));
        var all = commission == 0 ? debits : Stream.concat(debits, Stream.of(debit(COMMISSION, eur(commission))));
        return new PurchaseRefunded(
                LEDGER,
                id,
                PURCHASE,
                WALLET,
                BAKER,
                TILL,
                eur(amount),
                eur(commission),
                to,
                undone.parts,
                undone.returned,
                undone.asked,
                eur(available),
                null,
                null,
                null,
                new JournalEntry(Stream.concat(all, Stream.of(credits)).toList()));
    }

    /** What a refund undoes, and where each part goes. */
    record Undone(List<Lot> parts, List<Lot> returned, List<RefundPart> asked) {
        static Undone toWallet(Lot... parts) {
            return new Undone(List.of(parts), List.of(parts), List.of());
        }

        static Undone of(List<Lot> parts, List<Lot> returned, RefundPart... asked) {
            return new Undone(parts, returned, List.of(asked));
        }
    }

    static Dispute dispute(TopUpId topUp, long cents, @Nullable Long fee) {
        return new Dispute(PROCESSOR, DISPUTE, topUp, WALLET, eur(cents), fee == null ? null : eur(fee));
    }

    static Dispute disputeOfNobody(long cents) {
        return new Dispute(PROCESSOR, DISPUTE, null, null, eur(cents), null);
    }

    static ReportChargeback report(Dispute dispute) {
        return new ReportChargeback(LEDGER, CHARGEBACK, dispute);
    }

    static ReportDisputeWon reportWon(Dispute dispute, long cents) {
        return new ReportDisputeWon(LEDGER, CHARGEBACK, dispute, eur(cents));
    }

    static ChargedBack chargedBack(
            Dispute dispute, List<Lot> lots, long owed, @Nullable Long available, Posting... postings) {
        return chargedBack(dispute, lots, owed, 0, 0, available, postings);
    }

    /** The same, as more than is left of what its top-up brought in. */
    static ChargedBack above(long cents, ChargedBack it) {
        return new ChargedBack(
                it.ledger(),
                it.chargeback(),
                it.dispute(),
                it.lots(),
                it.owed(),
                it.unclaimed(),
                it.unexplained(),
                Money.of(cents, it.dispute().amount().currency().code()),
                it.available(),
                it.journalEntry());
    }

    /** @param won null where the chargeback is told */
    static DisputeContradicted contradicted(Dispute booked, Dispute told, @Nullable Long won) {
        return new DisputeContradicted(LEDGER, CHARGEBACK, booked, told, won == null ? null : eur(won));
    }

    static ChargedBack chargedBack(
            Dispute dispute,
            List<Lot> lots,
            long owed,
            long unclaimed,
            long unexplained,
            @Nullable Long available,
            Posting... postings) {
        return new ChargedBack(
                LEDGER,
                CHARGEBACK,
                dispute,
                lots,
                eur(owed),
                eur(unclaimed),
                eur(unexplained),
                null,
                available == null ? null : eur(available),
                entry(postings));
    }

    /** Who got what of a dispute that was won. */
    record Given(long received, long recovered, @Nullable Lot lot, long unclaimed, long explained) {}

    /** As the rules must book it: all of it comes from the processor. */
    static DisputeWon won(Dispute dispute, long cents, Given given, @Nullable Long available, Posting... credits) {
        return new DisputeWon(
                LEDGER,
                CHARGEBACK,
                dispute,
                eur(cents),
                eur(given.received),
                eur(given.recovered),
                given.lot,
                eur(given.unclaimed),
                eur(given.explained),
                available == null ? null : eur(available),
                new JournalEntry(Stream.concat(Stream.of(debit(CLEARING, eur(cents))), Stream.of(credits))
                        .toList()));
    }

    static JournalEntry entry(Posting... postings) {
        return new JournalEntry(List.of(postings));
    }
}
