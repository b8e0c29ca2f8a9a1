package io.microwallet.core.audit.model;

import io.microwallet.core.job.JobCommand;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobCommand.ReturnUnspentOfPopUp;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Orders over many wallets: whom they are about, what each of them is asked, and what came of it all. */
final class Jobs {
    private final Tables t;

    /** What the worker was told of each part: kept, as the key of a part keeps it, whatever is rolled back. */
    private final Map<RefundId, Answer> told = new HashMap<>();

    Jobs(Tables tables) {
        t = tables;
    }

    Answer answer(JobCommand command) {
        return switch (command) {
            case ReturnUnspentOfPopUp c -> order(c);
            case FinishUnspentReturn c -> finish(c);
        };
    }

    private Answer order(ReturnUnspentOfPopUp c) {
        if (t.misses(c.popUp(), c.ledger())) {
            return Answer.absent("POP_UP_NOT_FOUND");
        }
        if (t.jobs.containsKey(c.job())) {
            return Answer.refused("JOB_ALREADY_EXISTS");
        }
        var job = new Rows.Job();
        job.id = c.job();
        job.ledger = c.ledger();
        job.popUp = c.popUp();
        job.client = c.client();
        for (var topUp : t.topUps.values()) {
            if (c.popUp().equals(topUp.popUp)) {
                job.wallets.add(topUp.wallet);
            }
        }
        t.jobs.put(c.job(), job);
        return Answer.accepted(new ArrayList<>(), Told.of("UnspentReturnOrdered"));
    }

    private Answer finish(FinishUnspentReturn c) {
        var job = t.jobs.get(c.job());
        if (job == null) {
            return Answer.absent("JOB_NOT_FOUND");
        }
        if (job.done) {
            return new Answer.Known();
        }
        job.done = true;
        return Answer.accepted(
                new ArrayList<>(), Told.of("UnspentReturnFinished").with("popUp", job.popUp));
    }

    /** What the worker asks one wallet: for all cash that it has, spendable or held. */
    ReturnUnspent part(Rows.Job job, WalletId wallet) {
        var sources = new LinkedHashSet<TopUpId>();
        for (var lot : t.lots) {
            if (lot.cash && lot.wallet.equals(wallet) && lot.free > 0) {
                sources.add(new TopUpId(lot.id.value()));
            }
        }
        for (var hold : t.holds.values()) {
            if (hold.wallet.equals(wallet) && hold.status.equals("open")) {
                hold.parts.stream()
                        .filter(part -> part.lot.cash && part.amount > 0)
                        .forEach(part -> sources.add(new TopUpId(part.lot.id.value())));
            }
        }
        return new ReturnUnspent(
                job.ledger, refund(job.id, wallet), wallet, job.client, List.copyOf(sources), job.popUp, null);
    }

    private static RefundId refund(JobId job, WalletId wallet) {
        return new RefundId(Derived.id("part", job.text(), wallet.text()));
    }

    Optional<JobId> jobOf(ReturnUnspent part) {
        return t.jobs.keySet().stream()
                .filter(job -> refund(job, part.wallet()).equals(part.refund()))
                .findFirst();
    }

    /** Only the first answer counts: from then on the key of the part has it. */
    void heard(ReturnUnspent part, Answer answer) {
        if (jobOf(part).isPresent()) {
            told.putIfAbsent(part.refund(), answer);
        }
    }

    List<WalletId> unasked(Rows.Job job) {
        return job.wallets.stream()
                .filter(wallet -> !told.containsKey(refund(job.id, wallet)))
                .toList();
    }

    /** What became of all of them. */
    ReturnTotals totals(Rows.Job job) {
        var returned = 0;
        var amounts = new TreeMap<String, Money>();
        var refused = new TreeMap<String, Integer>();
        for (var wallet : job.wallets) {
            switch (told.get(refund(job.id, wallet))) {
                case Answer.Accepted it -> {
                    returned++;
                    count(it, amounts);
                }
                case Answer.Refused it -> refused.merge(it.code(), 1, Integer::sum);
                case Answer.Absent it -> refused.merge(it.what(), 1, Integer::sum);
                case Answer.Known _ -> throw new IllegalStateException("an order is no fact");
            }
        }
        var codes = new ArrayList<Refused>();
        refused.forEach((code, times) -> codes.add(new Refused(new RefusalCode(code), times)));
        return new ReturnTotals(job.wallets.size(), returned, codes, List.copyOf(amounts.values()));
    }

    private static void count(Answer.Accepted answer, Map<String, Money> amounts) {
        for (var event : answer.told()) {
            if (event.event().equals("UnspentReturned")) {
                var amount = (Money) event.fields().get("amount");
                amounts.merge(
                        amount.currency().toString(),
                        amount,
                        (one, other) -> new Money(one.amount() + other.amount(), one.currency()));
            }
        }
    }
}
