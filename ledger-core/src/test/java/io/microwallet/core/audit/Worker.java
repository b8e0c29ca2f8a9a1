package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.audit.model.Model;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.given.Log;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTally;
import io.microwallet.core.job.UnspentParts;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.WalletId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the product's worker makes of its own log: the same wallets, the same questions and the same count as the model says. */
final class Worker {
    private final Log log;
    private final Model model;
    private final Map<JobId, Work> jobs = new HashMap<>();

    private record Work(UnspentReturnOrdered order, Set<WalletId> wallets, Set<WalletId> asked, ReturnTally tally) {}

    Worker(Log log, Model model) {
        this.log = log;
        this.model = model;
    }

    void before(Command command) {
        switch (command) {
            case ReturnUnspent part -> model.jobOf(part).ifPresent(job -> asksTheSame(jobs.get(job), part));
            case FinishUnspentReturn end when jobs.containsKey(end.job()) -> countsTheSame(jobs.get(end.job()), end);
            case Command _ -> {}
        }
    }

    private void asksTheSame(Work work, ReturnUnspent part) {
        // Whoever uses the id of a part that was asked for is a stranger, and refused.
        if (work.asked().contains(part.wallet())) {
            return;
        }
        var own = UnspentParts.of(work.order(), part.refund(), part.wallet(), log.state(part.wallet()));
        assertThat(work.wallets()).as("wallets of the job").contains(part.wallet());
        assertThat(own)
                .as("a part of the job")
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(part);
    }

    private static void countsTheSame(Work work, FinishUnspentReturn end) {
        if (work.asked().equals(work.wallets())) {
            assertThat(work.tally().totals()).as("totals of the job").isEqualTo(end.totals());
        }
    }

    void after(Command command, Decision decision) {
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(event -> {
                if (event instanceof UnspentReturnOrdered order) {
                    begin(order);
                }
            });
        }
        if (command instanceof ReturnUnspent part) {
            model.jobOf(part).map(jobs::get).ifPresent(work -> count(work, part.wallet(), decision));
        }
    }

    private void begin(UnspentReturnOrdered order) {
        var wallets = new LinkedHashSet<WalletId>();
        for (var entry : log.entries()) {
            if (entry.event().equals(order)) {
                break;
            }
            UnspentParts.wallet(order, entry.event()).ifPresent(wallets::add);
        }
        assertThat(List.copyOf(wallets)).as("wallets of the job").isEqualTo(model.walletsOf(order.job()));
        jobs.put(order.job(), new Work(order, wallets, new HashSet<>(), new ReturnTally()));
    }

    private static void count(Work work, WalletId wallet, Decision decision) {
        if (!work.asked().add(wallet)) {
            return;
        }
        switch (decision) {
            case Decision.Accepted it -> work.tally().returned(ReturnTally.returns(it.events()));
            case Decision.Refused it ->
                work.tally().refused(new RefusalCode(it.refusal().name()));
            case Decision.Absent it ->
                work.tally().refused(new RefusalCode(it.absence().name()));
            case Decision.AlreadyKnown _ -> throw new AssertionError("an order is no fact");
        }
    }
}
