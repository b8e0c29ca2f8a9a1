package io.microwallet.api.job.worker;

import io.microwallet.api.refund.UnspentSources;
import io.microwallet.api.topup.worker.WorkerCalls;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.refund.RefundCommand.ReturnUnspent;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.DerivedIds;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Asks each wallet of a job for its part. A wallet's call has a key made of the job and the wallet alone, so that a job that is
 * begun again, at any wallet and any number of times, moves no money twice and counts the same.
 */
public final class ReturnsOfPopUp {
    private static final int PAGE_EVENTS = 1_000;

    private final Books books;
    private final WorkerCalls calls;
    private final DerivedIds ids;

    public ReturnsOfPopUp(Books books, WorkerCalls calls, DerivedIds ids) {
        this.books = books;
        this.calls = calls;
        this.ids = ids;
    }

    /** Whether the job is done now, by this call or before; if not, it has to be carried out again. */
    boolean carryOut(JobId id) {
        if (!(books.read(id) instanceof Job.Running job)) {
            return true;
        }
        var tally = new ReturnTally();
        for (var wallet : wallets(job.order())) {
            if (Thread.currentThread().isInterrupted() || !asked(job.order(), wallet, tally)) {
                return false;
            }
        }
        return calls.booked(
                job.order().ledger(),
                Operation.FINISH_UNSPENT_RETURN,
                "finish " + id,
                new FinishUnspentReturn(id, tally.totals()));
    }

    /** Every wallet with a top-up that named the pop-up before the job was ordered: whenever it is looked for, the same. */
    private SequencedSet<WalletId> wallets(UnspentReturnOrdered order) {
        var reading = books.open();
        var ordered = reading.after(order.job().tag(), -1, 1).getFirst().position();
        var wallets = new LinkedHashSet<WalletId>();
        for (var read = -1L; read < ordered; ) {
            var page = reading.after(order.popUp().tag(), read, PAGE_EVENTS);
            for (var recorded : page) {
                if (recorded.event() instanceof TopUpRequested e && recorded.position() < ordered) {
                    wallets.add(e.wallet());
                }
            }
            read = page.size() < PAGE_EVENTS ? ordered : page.getLast().position();
        }
        return wallets;
    }

    private boolean asked(UnspentReturnOrdered order, WalletId wallet, ReturnTally tally) {
        return switch (ask(order, wallet)) {
            case Outcome.Decided decided -> {
                tally.decided(decided);
                yield true;
            }
            case Outcome.Absent absent -> {
                tally.absent(absent);
                yield true;
            }
            case Outcome.AlreadyKnown _,
                    Outcome.Unavailable _,
                    Outcome.Unknown _,
                    Outcome.Failed _,
                    Outcome.KeyReused _,
                    Outcome.TooLarge _ -> false;
        };
    }

    /** A wallet's part of a job, asked for now unless it has been before. */
    Outcome ask(UnspentReturnOrdered order, WalletId wallet) {
        var job = order.job();
        // The job stands for a client here, and the wallet for its key: no two of them make the same refund.
        var part = new RequestId(new ClientId(job.value()), new IdempotencyKey(wallet.value()));
        return calls.decide(
                order.ledger(),
                Operation.RETURN_UNSPENT,
                "return unspent " + job + ' ' + wallet,
                new ReturnUnspent(
                        order.ledger(),
                        new RefundId(ids.of(part, "refund")),
                        wallet,
                        order.client(),
                        UnspentSources.of(books, wallet),
                        order.popUp(),
                        null));
    }
}
