package io.microwallet.core.decision;

import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.batch.BatchRules;
import io.microwallet.core.chargeback.ChargebackCommand;
import io.microwallet.core.chargeback.ChargebackRules;
import io.microwallet.core.client.ClientCommand;
import io.microwallet.core.client.ClientRules;
import io.microwallet.core.credit.CreditCommand;
import io.microwallet.core.credit.CreditRules;
import io.microwallet.core.drop.DropCommand;
import io.microwallet.core.drop.DropRules;
import io.microwallet.core.hold.HoldCommand;
import io.microwallet.core.hold.HoldRules;
import io.microwallet.core.job.JobCommand;
import io.microwallet.core.job.JobRules;
import io.microwallet.core.ledger.LedgerCommand;
import io.microwallet.core.ledger.LedgerRules;
import io.microwallet.core.link.LinkCommand;
import io.microwallet.core.link.LinkRules;
import io.microwallet.core.membership.Attendance;
import io.microwallet.core.membership.MembershipCommand;
import io.microwallet.core.membership.MembershipRules;
import io.microwallet.core.merchant.MerchantCommand;
import io.microwallet.core.merchant.MerchantRules;
import io.microwallet.core.payout.PayoutCommand;
import io.microwallet.core.payout.PayoutRules;
import io.microwallet.core.popup.PopUpCommand;
import io.microwallet.core.popup.PopUpRules;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.purchase.PurchaseRules;
import io.microwallet.core.refund.RefundCommand;
import io.microwallet.core.refund.RefundRules;
import io.microwallet.core.settlement.SettlementCommand;
import io.microwallet.core.settlement.SettlementRules;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.topup.TopUpRules;
import io.microwallet.core.wallet.WalletCommand;
import io.microwallet.core.wallet.WalletRules;
import java.time.Instant;

/** All rules of the ledger in one pure function. */
public final class Rules {
    private static final Decider<LedgerCommand> LEDGERS = new LedgerRules();
    private static final Decider<ClientCommand> CLIENTS = new ClientRules();
    private static final Decider<MerchantCommand> MERCHANTS = new MerchantRules();
    private static final Decider<WalletCommand> WALLETS = new WalletRules();
    private static final Decider<TopUpCommand> TOP_UPS = new TopUpRules();
    private static final Decider<PurchaseCommand> PURCHASES = new PurchaseRules();
    private static final Decider<PopUpCommand> POP_UPS = new PopUpRules();
    private static final Decider<DropCommand> DROPS = new DropRules();
    private static final Decider<HoldCommand> HOLDS = new HoldRules();
    private static final Decider<RefundCommand> REFUNDS = new RefundRules();
    private static final Decider<ChargebackCommand> CHARGEBACKS = new ChargebackRules();
    private static final Decider<LinkCommand> LINKS = new LinkRules();
    private static final Decider<CreditCommand> CREDITS = new CreditRules();
    private static final Decider<MembershipCommand> MEMBERSHIPS = new MembershipRules();
    private static final Decider<PayoutCommand> PAYOUTS = new PayoutRules();
    private static final Decider<SettlementCommand> SETTLEMENTS = new SettlementRules();
    private static final Decider<JobCommand> JOBS = new JobRules();
    private static final Decider<BatchCommand> BATCHES = new BatchRules();

    private Rules() {}

    /**
     * What the rules say of a command at an instant of the ledger's clock. Never throws for what a caller can send.
     *
     * <p>What is overdue in its wallets by then comes first: a feature decides over wallets without lapsed holds and expired
     * lots, and the events that say so stand before its own. What attendance earns comes last. A refusal leaves itself alone.
     */
    public static Decision decide(States states, Command command, Instant at) {
        // Each of its items begins with what is overdue for itself, and a batch that is refused leaves that alone too.
        if (command instanceof BatchCommand batch) {
            return BATCHES.decide(states, batch, at);
        }
        var overdue = Overdue.in(states, command, at);
        if (overdue.isEmpty()) {
            return Attendance.after(states, decided(states, command, at), at);
        }
        if (command instanceof WalletCommand.SettleOverdue) {
            return new Decision.Accepted(overdue.events());
        }
        var settled = overdue.settled(states);
        return overdue.before(Attendance.after(settled, decided(settled, command, at), at));
    }

    private static Decision decided(States states, Command command, Instant at) {
        return switch (command) {
            case LedgerCommand c -> LEDGERS.decide(states, c, at);
            case ClientCommand c -> CLIENTS.decide(states, c, at);
            case MerchantCommand c -> MERCHANTS.decide(states, c, at);
            case WalletCommand c -> WALLETS.decide(states, c, at);
            case TopUpCommand c -> TOP_UPS.decide(states, c, at);
            case PurchaseCommand c -> PURCHASES.decide(states, c, at);
            case PopUpCommand c -> POP_UPS.decide(states, c, at);
            case DropCommand c -> DROPS.decide(states, c, at);
            case HoldCommand c -> HOLDS.decide(states, c, at);
            case RefundCommand c -> REFUNDS.decide(states, c, at);
            case ChargebackCommand c -> CHARGEBACKS.decide(states, c, at);
            case LinkCommand c -> LINKS.decide(states, c, at);
            case CreditCommand c -> CREDITS.decide(states, c, at);
            case MembershipCommand c -> MEMBERSHIPS.decide(states, c, at);
            case PayoutCommand c -> PAYOUTS.decide(states, c, at);
            case SettlementCommand c -> SETTLEMENTS.decide(states, c, at);
            case JobCommand c -> JOBS.decide(states, c, at);
            case BatchCommand c -> BATCHES.decide(states, c, at);
        };
    }
}
