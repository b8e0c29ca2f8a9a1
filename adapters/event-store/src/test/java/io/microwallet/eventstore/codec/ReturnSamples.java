package io.microwallet.eventstore.codec;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.BadDebt;
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
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
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
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of money that goes back: every optional part present somewhere and absent somewhere. */
final class ReturnSamples {
    private static final LedgerId LEDGER = new LedgerId(id(1));
    private static final ClientId CLIENT = new ClientId(id(2));
    private static final MerchantId MERCHANT = new MerchantId(id(4));
    private static final WalletId WALLET = new WalletId(id(5));
    private static final TopUpId TOP_UP = new TopUpId(id(6));
    private static final RefundId REFUND = new RefundId(id(40));
    private static final ChargebackId CHARGEBACK = new ChargebackId(id(41));
    private static final PurchaseId PURCHASE = new PurchaseId(id(11));
    private static final SealedText TEXT = new SealedText("c2VhbGVkLXRleHQ_-");
    private static final ProcessorId SIMULATOR = new ProcessorId("simulator");
    private static final ProcessorReference CHARGE = new ProcessorReference("ch_1:a.b-C");
    private static final ProcessorReference DISPUTE_NAME = new ProcessorReference("dp_1");
    private static final DeclineCode CODE = new DeclineCode("account_closed");
    private static final Instant AT = Instant.parse("2026-11-23T16:00:00.123456Z");
    private static final Lot CASH = Lot.cash(LotId.of(TOP_UP), eur(20_00), AT);
    private static final Lot CREDIT =
            Lot.credit(new LotId(id(12)), eur(5_00), AT, AT.plusSeconds(60), Funder.merchant(MERCHANT));
    private static final RefundPart PART = new RefundPart(SIMULATOR, CHARGE, CASH);
    private static final Dispute KNOWN = new Dispute(SIMULATOR, DISPUTE_NAME, TOP_UP, WALLET, eur(20_00), eur(15_00));
    private static final Dispute UNKNOWN = new Dispute(SIMULATOR, DISPUTE_NAME, null, null, eur(20_00), null);

    private ReturnSamples() {}

    static List<Event> events() {
        return List.of(
                toSource(),
                toWallet(),
                unspent(new PopUpId(id(10)), TEXT),
                unspent(null, null),
                new RefundSettled(REFUND, WALLET, TOP_UP, eur(20_00), CHARGE, entry(inFlight(), clearing())),
                new RefundFailed(REFUND, WALLET, TOP_UP, CODE, CASH, eur(20_00), entry(inFlight(), cash())),
                new RefundUnclaimed(REFUND, WALLET, TOP_UP, CODE, eur(20_00), entry(inFlight(), new Unclaimed())),
                again(List.of(CASH), eur(0)),
                again(List.of(), null),
                chargedBack(null),
                new ChargedBack(
                        LEDGER,
                        CHARGEBACK,
                        UNKNOWN,
                        List.of(),
                        eur(0),
                        eur(0),
                        eur(20_00),
                        null,
                        null,
                        entry(new Unexplained(SIMULATOR), clearing())),
                won(KNOWN, CASH, eur(20_00)),
                won(UNKNOWN, null, null),
                new ReceivableCollected(
                        LEDGER, WALLET, CLIENT, eur(20_00), List.of(CASH), eur(0), TEXT, entry(cash(), owed())),
                new ReceivableCollected(
                        LEDGER, WALLET, CLIENT, eur(20_00), List.of(CASH), eur(0), null, entry(cash(), owed())),
                new ReceivableWrittenOff(LEDGER, WALLET, CLIENT, eur(20_00), TEXT, entry(new BadDebt(), owed())),
                new ReceivableWrittenOff(LEDGER, WALLET, CLIENT, eur(20_00), null, entry(new BadDebt(), owed())));
    }

    /** What was told otherwise than it had been, and of which more was taken than had come. */
    static List<Event> disputed() {
        return List.of(
                chargedBack(eur(10_00)),
                new DisputeContradicted(LEDGER, CHARGEBACK, KNOWN, UNKNOWN, null),
                new DisputeContradicted(LEDGER, CHARGEBACK, UNKNOWN, UNKNOWN, eur(20_00)));
    }

    private static PurchaseRefunded toSource() {
        return new PurchaseRefunded(
                LEDGER,
                REFUND,
                PURCHASE,
                WALLET,
                MERCHANT,
                CLIENT,
                eur(25_00),
                eur(0),
                RefundTarget.SOURCE,
                List.of(CREDIT, CASH),
                List.of(CREDIT),
                List.of(PART),
                eur(5_00),
                new PopUpId(id(10)),
                TEXT,
                AT,
                new JournalEntry(List.of(
                        Posting.debit(new MerchantPayable(MERCHANT), eur(25_00)),
                        Posting.credit(new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE), eur(5_00)),
                        Posting.credit(inFlight(), eur(20_00)))));
    }

    private static PurchaseRefunded toWallet() {
        return new PurchaseRefunded(
                LEDGER,
                REFUND,
                PURCHASE,
                WALLET,
                MERCHANT,
                CLIENT,
                eur(20_00),
                eur(0),
                RefundTarget.WALLET,
                List.of(CASH),
                List.of(CASH),
                List.of(),
                eur(20_00),
                null,
                null,
                null,
                entry(new MerchantPayable(MERCHANT), cash()));
    }

    private static UnspentReturned unspent(@Nullable PopUpId popUp, @Nullable SealedText reference) {
        return new UnspentReturned(
                LEDGER,
                REFUND,
                WALLET,
                CLIENT,
                eur(20_00),
                List.of(PART),
                eur(0),
                popUp,
                reference,
                entry(cash(), inFlight()));
    }

    private static RefundSettledAfterFailed again(List<Lot> lots, @Nullable Money available) {
        return new RefundSettledAfterFailed(
                REFUND,
                WALLET,
                TOP_UP,
                eur(20_00),
                CHARGE,
                lots,
                lots.isEmpty() ? eur(20_00) : eur(0),
                available,
                entry(lots.isEmpty() ? owed() : cash(), clearing()));
    }

    private static ChargedBack chargedBack(@Nullable Money aboveTopUp) {
        return new ChargedBack(
                LEDGER,
                CHARGEBACK,
                KNOWN,
                List.of(CASH),
                eur(0),
                eur(0),
                eur(0),
                aboveTopUp,
                eur(0),
                new JournalEntry(List.of(
                        Posting.debit(cash(), eur(20_00)),
                        Posting.debit(new ProcessorFees(SIMULATOR), eur(15_00)),
                        Posting.credit(clearing(), eur(35_00)))));
    }

    private static DisputeWon won(Dispute dispute, @Nullable Lot lot, @Nullable Money available) {
        return new DisputeWon(
                LEDGER,
                CHARGEBACK,
                dispute,
                eur(20_00),
                eur(0),
                eur(0),
                lot,
                eur(0),
                lot == null ? eur(20_00) : eur(0),
                available,
                entry(clearing(), lot == null ? new Unexplained(SIMULATOR) : cash()));
    }

    private static JournalEntry entry(Account from, Account to) {
        return JournalEntry.of(Posting.debit(from, eur(20_00)), Posting.credit(to, eur(20_00)));
    }

    private static Account cash() {
        return new WalletFunds(WALLET, LotKind.CASH, Availability.AVAILABLE);
    }

    private static Account inFlight() {
        return new RefundsInFlight(SIMULATOR);
    }

    private static Account clearing() {
        return new ProcessorClearing(SIMULATOR);
    }

    private static Account owed() {
        return new ReceivableChargebacks(WALLET);
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }
}
