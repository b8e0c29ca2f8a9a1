package io.microwallet.core.audit.model;

import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.chargeback.ChargebackCommand;
import io.microwallet.core.client.ClientCommand;
import io.microwallet.core.credit.CreditCommand;
import io.microwallet.core.decision.Command;
import io.microwallet.core.drop.DropCommand;
import io.microwallet.core.hold.HoldCommand;
import io.microwallet.core.job.JobCommand;
import io.microwallet.core.job.JobId;
import io.microwallet.core.ledger.LedgerCommand;
import io.microwallet.core.link.LinkCommand;
import io.microwallet.core.membership.MembershipCommand;
import io.microwallet.core.merchant.MerchantCommand;
import io.microwallet.core.payout.PayoutCommand;
import io.microwallet.core.popup.PopUpCommand;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.refund.RefundCommand;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.settlement.SettlementCommand;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.wallet.WalletCommand;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The product once more, as naive as it can be: plain tables, searched from end to end for every question, and money booked straight
 * from the design's table. It shares no rule with the product, only the words that both speak.
 */
public final class Model {
    final Tables tables = new Tables();
    private final List<Step> happened = new ArrayList<>();
    private final People people = new People(tables);
    private final Wallets wallets = new Wallets(tables);
    private final TopUps topUps = new TopUps(tables);
    private final Sales sales = new Sales(tables);
    private final Evenings evenings = new Evenings(tables);
    private final Holds holds = new Holds(tables, sales);
    private final Refunds refunds = new Refunds(tables, sales);
    private final Chargebacks chargebacks = new Chargebacks(tables);
    private final Clubs clubs = new Clubs(tables);
    private final Payouts payouts = new Payouts(tables);
    private final Settlements settlements = new Settlements(tables);
    final Jobs jobs = new Jobs(tables);

    /** What the ledger must answer; the model believes from then on that it did. */
    public Answer answer(Command command, Instant at) {
        var answer = command instanceof BatchCommand batch ? answer(batch, at) : single(command, at);
        if (command instanceof ReturnUnspent part) {
            jobs.heard(part, answer);
        }
        if (answer instanceof Answer.Accepted && !(command instanceof BatchCommand)) {
            happened.add(new Step(command, at));
        }
        return answer;
    }

    private Answer answer(BatchCommand batch, Instant at) {
        return switch (batch) {
            case BeginBatch _ -> Answer.accepted(new ArrayList<>(), Told.of("BatchBegun"));
            case AtomicBatch c -> answer(c, at);
        };
    }

    /** One by one; and all that happened before once more, without them, if one of them cannot be. */
    private Answer answer(AtomicBatch batch, Instant at) {
        var told = new ArrayList<Told>();
        var parts = new ArrayList<String>();
        for (var item : batch.items()) {
            switch (single(item.command(), at)) {
                case Answer.Accepted it -> {
                    it.told().forEach(event -> event.answers(item.command()));
                    told.addAll(it.told());
                    parts.add(Spelling.part(item.operation(), it.told().size()));
                }
                case Answer.Known _ -> parts.add(Spelling.part(item.operation(), 0));
                case Answer.Refused it -> {
                    again();
                    return Answer.accepted(
                            new ArrayList<>(),
                            Told.of("BatchRefused")
                                    .with("items", batch.items().size())
                                    .with("index", parts.size())
                                    .with("code", it.code()));
                }
                case Answer.Absent it -> {
                    again();
                    return it;
                }
            }
        }
        batch.items().forEach(item -> happened.add(new Step(item.command(), at)));
        told.addFirst(Told.of("BatchDecided").with("parts", parts));
        return new Answer.Accepted(told);
    }

    private void again() {
        tables.clear();
        happened.forEach(step -> single(step.command(), step.at()));
    }

    private Answer single(Command command, Instant at) {
        return switch (command) {
            case LedgerCommand c -> people.answer(c, at);
            case ClientCommand c -> people.answer(c);
            case MerchantCommand c -> people.answer(c);
            case WalletCommand c -> wallets.answer(c, at);
            case LinkCommand c -> wallets.answer(c, at);
            case TopUpCommand c -> topUps.answer(c, at);
            case PurchaseCommand c -> sales.answer(c, at);
            case PayoutCommand c -> payouts.answer(c);
            case SettlementCommand c -> settlements.answer(c, at);
            case RefundCommand c -> refunds.answer(c, at);
            case ChargebackCommand c -> chargebacks.answer(c, at);
            case CreditCommand c -> clubs.answer(c, at);
            case MembershipCommand c -> clubs.answer(c, at);
            case BatchCommand _ -> throw new IllegalArgumentException("a batch holds no batch");
            case PopUpCommand c -> evenings.answer(c, at);
            case DropCommand c -> evenings.answer(c, at);
            case HoldCommand c -> holds.answer(c, at);
            case JobCommand c -> jobs.answer(c);
        };
    }

    /** The job that asks this, if one does. */
    public Optional<JobId> jobOf(ReturnUnspent part) {
        return jobs.jobOf(part);
    }

    /** Whom a job is about, in the order in which they came to be. */
    public List<WalletId> walletsOf(JobId job) {
        return List.copyOf(tables.jobs.get(job).wallets);
    }

    /** Each account's balance by {@code account currency}, credits counted up. */
    public Map<String, Long> accounts() {
        return tables.accounts;
    }
}
