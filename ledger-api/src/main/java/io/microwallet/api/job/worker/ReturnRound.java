package io.microwallet.api.job.worker;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.ReturnTally;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all wallets that are left of a job once, a few at a time: as many as make group commits worth while, and few enough that tills
 * do not feel it. What is asked and not decided stays on the list for another round.
 */
final class ReturnRound {
    static final int IN_FLIGHT_MAX = 32;

    private static final Logger LOG = LoggerFactory.getLogger(ReturnRound.class);

    private final Asking asking;
    private final JobMeters meters;

    /** Takes one wallet's part to its outcome; may wait for it. */
    @FunctionalInterface
    interface Asking {
        /** @throws BooksUnavailableException */
        Outcome ask(UnspentReturnOrdered order, WalletId wallet);
    }

    private record Asked(WalletId wallet, Future<Outcome> outcome) {}

    ReturnRound(Asking asking, JobMeters meters) {
        this.asking = asking;
        this.meters = meters;
    }

    /** Returns when all were asked, when the store takes no more, or when this thread is told to stop. */
    void ask(RunningReturn run) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ask(run, threads);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(RunningReturn run, ExecutorService threads) throws InterruptedException {
        var inFlight = new ArrayDeque<Asked>(IN_FLIGHT_MAX);
        var isOpen = true;
        for (var wallet : run.beginRound()) {
            if (inFlight.size() == IN_FLIGHT_MAX) {
                isOpen = told(run, inFlight.remove());
            }
            if (!isOpen) {
                break;
            }
            Callable<Outcome> question = () -> asking.ask(run.order(), wallet);
            inFlight.add(new Asked(wallet, threads.submit(question)));
        }
        for (var asked : inFlight) {
            isOpen &= told(run, asked);
        }
        if (!isOpen) {
            run.cutShort();
            meters.waits.increment();
        }
    }

    /** Whether the store takes more. */
    private boolean told(RunningReturn run, Asked asked) throws InterruptedException {
        try {
            return told(run, asked.wallet(), asked.outcome().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BooksUnavailableException) {
                return later(run, "the books cannot be read");
            }
            LOG.error("A bug while asking a wallet of {}", run.order().job(), e.getCause());
            return broken(run, asked.wallet(), "INTERNAL_ERROR");
        }
    }

    private boolean told(RunningReturn run, WalletId wallet, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided -> decided(run, wallet, decided);
            case Outcome.Absent absent ->
                refused(run, wallet, new RefusalCode(absent.absence().name()));
            case Outcome.Unavailable unavailable -> later(run, unavailable.why());
            case Outcome.Unknown _ -> later(run, "not durable in time");
            case Outcome.Failed _, Outcome.AlreadyKnown _ -> broken(run, wallet, "INTERNAL_ERROR");
            case Outcome.KeyReused _ -> broken(run, wallet, "IDEMPOTENCY_KEY_REUSED");
            case Outcome.TooLarge _ -> broken(run, wallet, "TOO_LARGE");
        };
    }

    private boolean decided(RunningReturn run, WalletId wallet, Outcome.Decided decided) {
        var events = decided.events().stream().map(RecordedEvent::event).toList();
        if (events.getFirst() instanceof RequestRefused it) {
            return refused(run, wallet, it.code());
        }
        run.returned(wallet, ReturnTally.returns(events));
        meters.returned.increment();
        return true;
    }

    private boolean refused(RunningReturn run, WalletId wallet, RefusalCode code) {
        run.refused(wallet, code);
        meters.refused.increment();
        return true;
    }

    private boolean broken(RunningReturn run, WalletId wallet, String code) {
        meters.broken.increment();
        var isGivenUp = run.broken(wallet, new RefusalCode(code));
        LOG.error(
                "{} cannot ask a wallet ({}): {}",
                run.order().job(),
                code,
                isGivenUp ? "given up, its money stays" : "asked again later");
        return true;
    }

    private static boolean later(RunningReturn run, String why) {
        LOG.warn("{} has to wait: {}", run.order().job(), why);
        return false;
    }
}
