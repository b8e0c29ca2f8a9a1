package io.microwallet.core.accounts;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.CARD;
import static io.microwallet.core.given.PopUp.DECLINED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Club;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.FailPayout;
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's evening, told in commands; amounts are whole euros. One merchant is a third party at 8 %, the other our own shop. */
final class Story {
    private static final TopUpId TOP_UP = new TopUpId(new UUID(6, 1));
    private static final HoldId HOLD = new HoldId(new UUID(12, 1));
    private static final PurchaseId PURCHASE = new PurchaseId(new UUID(8, 1));
    private static final RefundId REFUND = new RefundId(new UUID(13, 1));
    private static final PayoutId PAYOUT = new PayoutId(new UUID(14, 1));
    private static final Duration CREDIT_LASTS = Duration.ofDays(7);
    private static final int HOLD_SECONDS = 600;

    private final Log log = new Log();
    private Instant now = Row.NOW;
    private List<Event> last = List.of();
    private long made;

    Story() {
        log.append(PopUp.LEDGER_CREATED, Row.EARLIER);
        log.append(PopUp.OPENED, Row.EARLIER);
        log.append(new MerchantAdded(LEDGER, BAKER, MerchantKind.THIRD_PARTY, 800, NAME, null), Row.EARLIER);
        log.append(PopUp.OWN_SHOP_ADDED, Row.EARLIER);
    }

    /** The only event of this type in the last decision. */
    Event last(Class<? extends Event> type) {
        return last.stream().filter(type::isInstance).reduce((_, _) -> null).orElseThrow();
    }

    private Story does(Command command) {
        if (!(log.submit(command, now) instanceof Decision.Accepted accepted)) {
            throw new AssertionError(command + " gives " + log.decide(command, now));
        }
        last = accepted.events();
        return this;
    }

    private static Money eur(long euros) {
        return PopUp.eur(euros * 100);
    }

    private UUID next() {
        made++;
        return new UUID(99, made);
    }

    /** Time passes, and the sweeper comes by. */
    Story passes(Duration time) {
        now = now.plus(time);
        return does(new SettleOverdue(WALLET));
    }

    /** To the minute before, when nothing is due yet. */
    Story passesAlmost(Duration time) {
        now = now.plus(time).minus(Duration.ofMinutes(1));
        return this;
    }

    Story asksForTopUp(long euros) {
        return asksFor(TOP_UP, euros);
    }

    private Story asksFor(TopUpId topUp, long euros) {
        return does(new RequestTopUp(
                LEDGER, topUp, WALLET, eur(euros), PROCESSOR, Set.of(Mode.SANDBOX), CARD, null, null, null));
    }

    Story topUpSucceeds(long euros) {
        return does(new ReportTopUpSucceeded(TOP_UP, WALLET, eur(euros), PAYMENT));
    }

    Story topUpFails() {
        return does(new ReportTopUpFailed(TOP_UP, WALLET, DECLINED));
    }

    /** The top-up that everything later is about. */
    Story has(long euros) {
        return asksForTopUp(euros).topUpSucceeds(euros);
    }

    Story hasMore(long euros) {
        var topUp = new TopUpId(next());
        return asksFor(topUp, euros).does(new ReportTopUpSucceeded(topUp, WALLET, eur(euros), PAYMENT));
    }

    Story isGiven(long euros) {
        return isGiven(euros, Funder.ledger());
    }

    Story isGivenByMerchant(long euros) {
        return isGiven(euros, Funder.merchant(BAKER));
    }

    private Story isGiven(long euros, Funder funder) {
        return does(new GrantCredit(
                LEDGER, new LotId(next()), WALLET, TILL, eur(euros), funder, now.plus(CREDIT_LASTS), null));
    }

    /** A club of 20 for 30 days, its credit for 14; 3 more for two pop-ups. */
    Story joins(@Nullable Long credit) {
        var terms =
                new PlanTerms(eur(20), 30, credit == null ? null : eur(credit), credit == null ? 0 : 14, Club.BENEFITS);
        return does(new CreatePlan(LEDGER, Club.PLAN, NAME, terms, null)).does(Club.START);
    }

    Story renews() {
        return does(Club.RENEW);
    }

    Story holds(long euros) {
        return holds(euros, BAKER);
    }

    Story holdsAtOwnShop(long euros) {
        return holds(euros, OWN_SHOP);
    }

    private Story holds(long euros, MerchantId merchant) {
        return does(new PlaceDeposit(LEDGER, HOLD, WALLET, merchant, TILL, eur(euros), HOLD_SECONDS, null, null));
    }

    /** For good. */
    Story isCaptured(long euros) {
        return captures(euros, BAKER);
    }

    Story isCapturedAtOwnShop(long euros) {
        return captures(euros, OWN_SHOP);
    }

    private Story captures(long euros, MerchantId merchant) {
        return does(new CaptureHold(LEDGER, HOLD, WALLET, null, merchant, TILL, eur(euros), Rest.LET_GO, null));
    }

    Story isVoided() {
        return does(new VoidHold(LEDGER, HOLD, WALLET, null));
    }

    /** The purchase that is refunded later. */
    Story buys(long euros) {
        return buys(PURCHASE, BAKER, euros, null);
    }

    Story buysMore(long euros) {
        return buys(new PurchaseId(next()), BAKER, euros, null);
    }

    Story buysAtOwnShop(long euros) {
        return buys(PURCHASE, OWN_SHOP, euros, null);
    }

    /** At a pop-up of its own. */
    Story visits(long euros) {
        var popUp = new PopUpId(next());
        log.append(
                new PopUpCreated(
                        LEDGER, popUp, NAME, Row.EARLIER, now.plusSeconds(60), ZoneId.of("Europe/Berlin"), null),
                now);
        return buys(new PurchaseId(next()), BAKER, euros, popUp);
    }

    private Story buys(PurchaseId purchase, MerchantId merchant, long euros, @Nullable PopUpId popUp) {
        return does(new Purchase(LEDGER, purchase, WALLET, merchant, TILL, eur(euros), popUp, null, null));
    }

    /** All of the purchase. */
    Story isRefunded(RefundTarget to) {
        return does(new RefundPurchase(
                LEDGER, REFUND, PURCHASE, WALLET, BAKER, TILL, null, to, List.of(TOP_UP), null, null));
    }

    Story takesTheRestHome() {
        return does(new ReturnUnspent(LEDGER, REFUND, WALLET, TILL, List.of(TOP_UP), null, null));
    }

    Story refundSettles() {
        return does(new ReportRefundSettled(REFUND, WALLET, TOP_UP, PAYMENT));
    }

    Story refundFails() {
        return does(new ReportRefundFailed(REFUND, WALLET, TOP_UP, DECLINED));
    }

    Story isChargedBack(long euros, @Nullable Long fee) {
        return does(new ReportChargeback(LEDGER, chargeback(), dispute(euros, fee)));
    }

    Story wins(long euros) {
        return does(new ReportDisputeWon(LEDGER, chargeback(), dispute(euros, null), eur(euros)));
    }

    private static Dispute dispute(long euros, @Nullable Long fee) {
        return new Dispute(PROCESSOR, PAYMENT, TOP_UP, WALLET, eur(euros), fee == null ? null : eur(fee));
    }

    Story isChargedBackForNobody(long euros) {
        return does(new ReportChargeback(
                LEDGER, chargeback(), new Dispute(PROCESSOR, PAYMENT, null, null, eur(euros), null)));
    }

    private static ChargebackId chargeback() {
        return ChargebackId.of(LEDGER, PROCESSOR, PAYMENT);
    }

    Story pays(long owedEuros) {
        return does(new CollectReceivable(LEDGER, WALLET, TILL, eur(owedEuros), null));
    }

    Story isForgiven(long owedEuros) {
        return does(new WriteOffReceivable(LEDGER, WALLET, TILL, eur(owedEuros), null));
    }

    Story closes() {
        return does(new CloseWallet(WALLET));
    }

    Story merchantAsksForPayout(long euros) {
        var owed = List.of(new Payable(eur(euros), eur(0)));
        return does(new RequestPayout(LEDGER, PAYOUT, BAKER, null, null, owed, 1, null));
    }

    Story payoutSettles() {
        return does(new SettlePayout(LEDGER, PAYOUT));
    }

    Story payoutFails() {
        return does(new FailPayout(LEDGER, PAYOUT));
    }

    Story processorPaysOut(long euros, long feeEuros) {
        return does(new ReportProcessorPayout(
                LEDGER,
                ProcessorPayoutId.of(LEDGER, PROCESSOR, PAYMENT),
                new Settlement(PROCESSOR, PAYMENT, eur(euros), eur(feeEuros)),
                null));
    }
}
