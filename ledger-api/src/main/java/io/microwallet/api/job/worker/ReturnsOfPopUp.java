package io.microwallet.api.job.worker;

import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.UnspentParts;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.DerivedIds;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks each wallet of a job for its part. A wallet's call has a key made of the job and the wallet alone, so that a job that is
 * begun again, at any wallet and any number of times, moves no money twice and counts the same.
 */
public final class ReturnsOfPopUp {
    private static final int PAGE_EVENTS = 1_000;

    private final Books books;
    private final WorkerCalls calls;
    private final DerivedIds ids;
    private final JobMeters meters;
    private final ReturnRound round;
    private final Map<JobId, RunningReturn> running = new ConcurrentHashMap<>();

    public ReturnsOfPopUp(Books books, WorkerCalls calls, DerivedIds ids, JobMeters meters) {
        this.books = books;
        this.calls = calls;
        this.ids = ids;
        this.meters = meters;
        this.round = new ReturnRound(this::ask, meters);
    }

    /** How far a job is; empty until its wallets are counted, and once it is done. */
    public Optional<JobProgress> progress(JobId id) {
        return Optional.ofNullable(running.get(id)).map(RunningReturn::progress);
    }

    /** Whether the job is done now, by this call or before; if not, it has to be carried out again. One call at a time for a job. */
    boolean carryOut(JobId id) {
        if (!(books.read(id) instanceof Job.Running job)) {
            running.remove(id);
            return true;
        }
        var run = running.get(id);
        if (run == null) {
            run = new RunningReturn(job.order(), wallets(job.order()));
            running.put(id, run);
        }
        round.ask(run);
        return run.isComplete() && finished(run);
    }

    private boolean finished(RunningReturn run) {
        var job = run.order().job();
        var isBooked = calls.booked(
                run.order().ledger(),
                Operation.FINISH_UNSPENT_RETURN,
                "finish " + job,
                new FinishUnspentReturn(job, run.totals()));
        if (isBooked) {
            running.remove(job);
        } else {
            meters.waits.increment();
        }
        return isBooked;
    }

    /** Every wallet with a top-up that named the pop-up before the job was ordered: whenever it is looked for, the same. */
    private SequencedSet<WalletId> wallets(UnspentReturnOrdered order) {
        var reading = books.open();
        var ordered = reading.after(order.job().tag(), -1, 1).getFirst().position();
        var wallets = new LinkedHashSet<WalletId>();
        for (var read = -1L; read < ordered; ) {
            var page = reading.after(order.popUp().tag(), read, PAGE_EVENTS);
            page.stream()
                    .filter(recorded -> recorded.position() < ordered)
                    .forEach(recorded ->
                            UnspentParts.wallet(order, recorded.event()).ifPresent(wallets::add));
            read = page.size() < PAGE_EVENTS ? ordered : page.getLast().position();
        }
        return wallets;
    }

    /** A wallet's part of a job, asked for now unless it has been before. */
    Outcome ask(UnspentReturnOrdered order, WalletId wallet) {
        var job = order.job();
        // The job stands for a client here, and the wallet for its key: no two of them make the same refund.
        var part = new RequestId(new ClientId(job.value()), new IdempotencyKey(wallet.value()));
        return calls.decide(
                order.ledger(),
                Operation.RETURN_UNSPENT,
                words(job, wallet),
                UnspentParts.of(order, new RefundId(ids.of(part, "refund")), wallet, books.read(wallet)));
    }

    /** What names a wallet's part for ever: its key is made of it. */
    static String words(JobId job, WalletId wallet) {
        return "return unspent " + job + ' ' + wallet;
    }
}
