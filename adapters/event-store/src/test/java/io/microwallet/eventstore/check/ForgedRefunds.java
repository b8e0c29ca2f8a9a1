package io.microwallet.eventstore.check;

import static io.microwallet.eventstore.Till.eur;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.Commission;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.PayoutsInFlight;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.RefundsInFlight;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent.PayoutRequested;
import io.microwallet.core.payout.PayoutEvent.PayoutSettled;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import java.util.List;
import java.util.UUID;

/**
 * Money back that nobody asked the rules for. The wallet has 4.00 left of one top-up of 10.00, and the merchant earned 5.88 of
 * six purchases of 1.00.
 */
final class ForgedRefunds {
    private static final ProcessorId SIMULATOR = new ProcessorId("simulator");
    private static final ProcessorReference REFERENCE = new ProcessorReference("re_1");
    private static final RefundId UNSPENT = new RefundId(new UUID(13, 1));
    private static final PayoutId PAYOUT = new PayoutId(new UUID(14, 1));

    private final Forger forger;
    private final Purchased last;

    ForgedRefunds(Forger forger) throws Exception {
        this.forger = forger;
        this.last = (Purchased) forger.at(Booked.LAST).event();
    }

    /** One purchase, given back twice. */
    void refundedTwice() throws Exception {
        forger.append(toWallet(2, 100, 500));
        forger.append(toWallet(3, 100, 600));
    }

    /** Undoes a half, and gives all of it. */
    void moreThanUndone() throws Exception {
        forger.append(toWallet(2, 50, 500));
    }

    /** The whole top-up was charged back: nothing of it is left to go to the card. */
    void askedOfAnEmptySource() throws Exception {
        forger.append(chargedBack(600));
        forger.append(toSource(0));
    }

    /** The processor took 6.00 more than the wallet had, and nobody is said to owe them. */
    void owedByNobody() throws Exception {
        forger.append(chargedBack(0));
    }

    /** The same unspent money leaves twice. */
    void settledTwice() throws Exception {
        forger.append(unspent());
        forger.append(settled(UNSPENT, 400));
        forger.append(settled(UNSPENT, 400));
    }

    /** The same unspent money comes back twice. */
    void failedTwice() throws Exception {
        forger.append(unspent());
        forger.append(failed(400));
        forger.append(failed(800));
    }

    /** More leaves than was asked for. */
    void settledAnotherSum() throws Exception {
        forger.append(unspent());
        forger.append(settled(UNSPENT, 300));
    }

    /** Leaves the bank, and no payout was asked for. */
    void paidOutUnasked() throws Exception {
        forger.append(paidOut(588));
    }

    /** A cent more than the merchant was owed. */
    void paidOutMoreThanOwed() throws Exception {
        forger.append(payout(589, Booked.LAST));
    }

    /** All that the merchant earned, though some of it was given back before. */
    void paidOutWhatWasRefunded() throws Exception {
        forger.append(toWallet(2, 100, 500));
        forger.append(payout(588, Booked.LAST + 1));
    }

    /** The same payable twice: the second is reckoned from before the first. */
    void paidOutTwice() throws Exception {
        forger.append(payout(300, Booked.LAST));
        forger.append(payout(new PayoutId(new UUID(14, 2)), 300, Booked.LAST));
    }

    /** Breaks no rule: the merchant was paid out, and owes what was refunded since. */
    void refundedAfterThePayout() throws Exception {
        forger.append(payout(588, Booked.LAST));
        forger.append(paidOut(588));
        forger.append(toSource(400));
        forger.append(settled(new RefundId(new UUID(13, 4)), 100));
        forger.append(unspent());
        forger.append(settled(UNSPENT, 400));
    }

    /** Breaks no rule: what went out beyond the cash that came in is the credit that we gave. */
    void creditPaidOut() throws Exception {
        var since = last.lots().getFirst().since();
        var funder = new Funder(Funder.Kind.LEDGER, null);
        var lot = new Lot(new LotId(new UUID(17, 1)), LotKind.CREDIT, eur(100), since, null, funder);
        forger.append(credit(lot));
        forger.append(spent(lot));
        forger.append(payout(686, Booked.LAST + 2));
        forger.append(paidOut(686));
        forger.append(unspent());
        forger.append(settled(UNSPENT, 400));
    }

    private PurchaseRefunded toWallet(long number, long undone, long available) {
        var undoes = List.of(lot(undone));
        return refunded(number, RefundTarget.WALLET, undoes, List.of(lot(100)), List.of(), available, cash());
    }

    private PurchaseRefunded toSource(long available) {
        var parts = List.of(part(100));
        var inFlight = Posting.credit(new RefundsInFlight(SIMULATOR), eur(100));
        return refunded(4, RefundTarget.SOURCE, List.of(lot(100)), List.of(), parts, available, inFlight);
    }

    private PurchaseRefunded refunded(
            long number,
            RefundTarget to,
            List<Lot> undone,
            List<Lot> returned,
            List<RefundPart> parts,
            long available,
            Posting credit) {
        var entry = JournalEntry.of(
                Posting.debit(new MerchantPayable(last.merchant()), eur(98)),
                Posting.debit(new Commission(), eur(2)),
                credit);
        return new PurchaseRefunded(
                last.ledger(),
                new RefundId(new UUID(13, number)),
                last.purchase(),
                last.wallet(),
                last.merchant(),
                last.client(),
                eur(100),
                eur(2),
                to,
                undone,
                returned,
                parts,
                eur(available),
                null,
                null,
                null,
                entry);
    }

    private Posting cash() {
        return Posting.credit(funds(), eur(100));
    }

    private UnspentReturned unspent() {
        return new UnspentReturned(
                last.ledger(),
                UNSPENT,
                last.wallet(),
                last.client(),
                eur(400),
                List.of(part(400)),
                eur(0),
                null,
                null,
                JournalEntry.of(
                        Posting.debit(funds(), eur(400)), Posting.credit(new RefundsInFlight(SIMULATOR), eur(400))));
    }

    private RefundSettled settled(RefundId refund, long amount) {
        var entry = JournalEntry.of(
                Posting.debit(new RefundsInFlight(SIMULATOR), eur(amount)),
                Posting.credit(new ProcessorClearing(SIMULATOR), eur(amount)));
        return new RefundSettled(refund, last.wallet(), topUp(), eur(amount), REFERENCE, entry);
    }

    private RefundFailed failed(long available) {
        var entry = JournalEntry.of(
                Posting.debit(new RefundsInFlight(SIMULATOR), eur(400)), Posting.credit(funds(), eur(400)));
        return new RefundFailed(
                UNSPENT, last.wallet(), topUp(), new DeclineCode("card_closed"), lot(400), eur(available), entry);
    }

    private ChargedBack chargedBack(long owed) {
        var entry = JournalEntry.of(
                Posting.debit(funds(), eur(400)),
                Posting.debit(new ReceivableChargebacks(last.wallet()), eur(600)),
                Posting.credit(new ProcessorClearing(SIMULATOR), eur(1_000)));
        return new ChargedBack(
                last.ledger(),
                new ChargebackId(new UUID(15, 1)),
                new Dispute(SIMULATOR, REFERENCE, topUp(), last.wallet(), eur(1_000), null),
                List.of(lot(400)),
                eur(owed),
                eur(0),
                eur(0),
                null,
                eur(0),
                entry);
    }

    private PayoutRequested payout(long amount, long reckonedFrom) {
        return payout(PAYOUT, amount, reckonedFrom);
    }

    private PayoutRequested payout(PayoutId id, long amount, long reckonedFrom) {
        var entry = JournalEntry.of(
                Posting.debit(new MerchantPayable(last.merchant()), eur(amount)),
                Posting.credit(new PayoutsInFlight(last.merchant()), eur(amount)));
        return new PayoutRequested(last.ledger(), id, last.merchant(), eur(amount), reckonedFrom, null, entry);
    }

    private PayoutSettled paidOut(long amount) {
        var entry = JournalEntry.of(
                Posting.debit(new PayoutsInFlight(last.merchant()), eur(amount)),
                Posting.credit(new Bank(), eur(amount)));
        return new PayoutSettled(PAYOUT, last.merchant(), eur(amount), entry);
    }

    private CreditGranted credit(Lot lot) {
        var entry =
                JournalEntry.of(Posting.debit(new MembershipCredits(), eur(100)), Posting.credit(credit(), eur(100)));
        return new CreditGranted(last.ledger(), last.wallet(), last.client(), lot, eur(500), null, entry);
    }

    private Purchased spent(Lot lot) {
        var entry = JournalEntry.of(
                Posting.debit(credit(), eur(100)),
                Posting.credit(new MerchantPayable(last.merchant()), eur(98)),
                Posting.credit(new Commission(), eur(2)));
        return new Purchased(
                last.ledger(),
                new PurchaseId(new UUID(16, 1)),
                last.wallet(),
                last.merchant(),
                last.client(),
                eur(100),
                eur(2),
                eur(400),
                List.of(lot),
                null,
                null,
                null,
                entry);
    }

    private WalletFunds credit() {
        return new WalletFunds(last.wallet(), LotKind.CREDIT, Availability.AVAILABLE);
    }

    private RefundPart part(long amount) {
        return new RefundPart(SIMULATOR, new ProcessorReference("ch_1"), lot(amount));
    }

    private Lot lot(long amount) {
        Money euro = eur(amount);
        return last.lots().getFirst().of(euro);
    }

    private TopUpId topUp() {
        return new TopUpId(last.lots().getFirst().id().value());
    }

    private WalletFunds funds() {
        return new WalletFunds(last.wallet(), LotKind.CASH, Availability.AVAILABLE);
    }
}
