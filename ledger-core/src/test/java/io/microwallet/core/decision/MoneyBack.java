package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.DECLINED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;

import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.ReportChargeback;
import io.microwallet.core.chargeback.ChargebackCommand.ReportDisputeWon;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.chargeback.Dispute;
import io.microwallet.core.given.Log;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.Refund;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a crowd that wants its money back, and the processors and banks that take and give. */
final class MoneyBack {
    private final Random random;
    private final List<PurchaseId> purchases = new ArrayList<>();
    private final List<RefundId> refunds = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();

    MoneyBack(Random random) {
        this.random = random;
    }

    void bought(PurchaseId purchase) {
        purchases.add(purchase);
    }

    /** Empty where nothing has happened yet that could be undone. */
    Optional<Command> next(Log log, WalletId wallet, Money amount, @Nullable TopUpId topUp, WalletId toppedUp) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> refund(log, amount);
            case 3 -> Optional.of(unspent(log, wallet));
            case 4, 5, 6 -> report(log);
            case 7 -> dispute(topUp, toppedUp, amount);
            case 8 -> won(amount);
            default -> Optional.of(receivable(wallet, amount));
        };
    }

    private Optional<Command> refund(Log log, Money amount) {
        return one(purchases)
                .filter(id -> log.state(id) instanceof Purchase.Made)
                .map(id -> refund((Purchase.Made) log.state(id), amount));
    }

    private Command refund(Purchase.Made made, Money amount) {
        var sale = made.sale();
        return new RefundPurchase(
                LEDGER,
                refundId(),
                sale.purchase(),
                sale.wallet(),
                sale.merchant(),
                TILL,
                random.nextInt(3) == 0 ? null : amount,
                random.nextBoolean() ? RefundTarget.WALLET : RefundTarget.SOURCE,
                topUps(made.lots()),
                null,
                null);
    }

    private Command unspent(Log log, WalletId wallet) {
        var lots = log.state(wallet) instanceof Wallet.Open open ? open.lots() : List.<Lot>of();
        return new ReturnUnspent(LEDGER, refundId(), wallet, TILL, topUps(lots), null, null);
    }

    private RefundId refundId() {
        var id = new RefundId(new UUID(random.nextLong(), random.nextLong()));
        refunds.add(id);
        return id;
    }

    private static List<TopUpId> topUps(List<Lot> lots) {
        return lots.stream()
                .filter(lot -> lot.kind() == LotKind.CASH)
                .map(lot -> new TopUpId(lot.id().value()))
                .toList();
    }

    private Optional<Command> report(Log log) {
        return one(refunds)
                .map(log::state)
                .filter(Refund.Made.class::isInstance)
                .map(Refund.Made.class::cast)
                .filter(made -> !made.parts().isEmpty())
                .map(this::report);
    }

    private Command report(Refund.Made made) {
        var part = made.parts().get(random.nextInt(made.parts().size())).part();
        return random.nextBoolean()
                ? new ReportRefundSettled(made.id(), made.wallet(), part.topUp(), new ProcessorReference("re_1"))
                : new ReportRefundFailed(made.id(), made.wallet(), part.topUp(), DECLINED);
    }

    private Optional<Command> dispute(@Nullable TopUpId topUp, WalletId wallet, Money amount) {
        if (topUp == null) {
            return Optional.empty();
        }
        var reference = new ProcessorReference("dp_" + random.nextInt(500));
        var before =
                disputes.stream().filter(it -> it.reference().equals(reference)).findFirst();
        var known = random.nextInt(8) > 0;
        // However often it is told, a dispute is about one payment.
        var dispute = new Dispute(
                PROCESSOR,
                reference,
                before.isPresent() ? before.get().topUp() : known ? topUp : null,
                before.isPresent() ? before.get().wallet() : known ? wallet : null,
                amount,
                random.nextBoolean() || amount.amount() > 100 ? null : amount);
        disputes.add(dispute);
        return Optional.of(new ReportChargeback(LEDGER, id(dispute), dispute));
    }

    private Optional<Command> won(Money amount) {
        return one(disputes)
                .map(dispute -> new ReportDisputeWon(
                        LEDGER,
                        id(dispute),
                        dispute,
                        amount.currency() == dispute.amount().currency() ? amount : dispute.amount()));
    }

    private static ChargebackId id(Dispute dispute) {
        return ChargebackId.of(LEDGER, dispute.processor(), dispute.reference());
    }

    private Command receivable(WalletId wallet, Money amount) {
        var some = random.nextInt(3) == 0 ? amount : null;
        return random.nextInt(3) == 0
                ? new WriteOffReceivable(LEDGER, wallet, TILL, some, null)
                : new CollectReceivable(LEDGER, wallet, TILL, some, null);
    }

    private <T> Optional<T> one(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }
}
