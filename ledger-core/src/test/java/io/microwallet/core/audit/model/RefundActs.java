package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundCommand.RefundPurchase;
import io.microwallet.core.refund.RefundCommand.ReportRefundFailed;
import io.microwallet.core.refund.RefundCommand.ReportRefundSettled;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.refund.RefundTarget;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who gives back, and processors who say how that went: late, twice, and first this, then that. */
final class RefundActs implements Acts {
    private final Tables t;
    private final Dice dice;

    RefundActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.sales.isEmpty() ? 1 : 18;
    }

    @Override
    public Command next(Instant now) {
        if (!t.sentBack.isEmpty() && dice.oneIn(3)) {
            return report(dice.lately(t.sentBack));
        }
        var left = t.sales.values().stream().filter(it -> it.kept() > 0).toList();
        var sale = dice.lately(left.isEmpty() || dice.oneIn(10) ? t.sales.values() : left);
        return sale == null || dice.oneIn(5) ? returnUnspent(dice.wallet(t)) : refund(sale, now);
    }

    private RefundId id() {
        var known = dice.lately(t.refunds);
        return known != null && dice.oneIn(60) ? known : new RefundId(dice.id());
    }

    private Command refund(Rows.Sale sale, Instant now) {
        var sources = new ArrayList<TopUpId>();
        var to = dice.oneIn(2) ? RefundTarget.SOURCE : RefundTarget.WALLET;
        if (to == RefundTarget.SOURCE) {
            sale.paid.stream()
                    .filter(part -> part.lot.cash)
                    .map(part -> new TopUpId(part.lot.id.value()))
                    .distinct()
                    .forEach(sources::add);
        }
        return new RefundPurchase(
                dice.ledger(sale.wallet),
                id(),
                dice.oneIn(80) ? new PurchaseId(dice.id()) : sale.id,
                sale.wallet,
                sale.merchant,
                PeopleActs.TILL,
                amount(sale),
                to,
                sources,
                null,
                TopUpActs.effective(dice, now));
    }

    private @Nullable Money amount(Rows.Sale sale) {
        if (dice.oneIn(3)) {
            return null;
        }
        var currency = dice.oneIn(40) ? dice.currency() : sale.currency;
        var most = Math.min(30_000, Math.max(1, sale.kept()) + 1);
        return new Money(1 + dice.upTo((int) most), currency);
    }

    /** All that the wallet has cash of, some of it, or one that is not its own. */
    private Command returnUnspent(WalletId wallet) {
        var sources = new ArrayList<TopUpId>();
        for (var lot : t.lots) {
            if (lot.cash && lot.wallet.equals(wallet) && lot.free > 0 && !dice.oneIn(4)) {
                sources.add(new TopUpId(lot.id.value()));
            }
        }
        return new ReturnUnspent(
                dice.ledger(wallet),
                id(),
                wallet,
                PeopleActs.TILL,
                List.copyOf(sources),
                dice.oneIn(3) ? dice.popUp(t) : null,
                null);
    }

    private Command report(Rows.SentBack back) {
        var refund = dice.oneIn(80) ? new RefundId(dice.id()) : back.refund;
        return dice.oneIn(2)
                ? new ReportRefundFailed(refund, back.wallet, back.topUp.id, TopUpActs.DECLINED)
                : new ReportRefundSettled(refund, back.wallet, back.topUp.id, new ProcessorReference("ref_1"));
    }
}
