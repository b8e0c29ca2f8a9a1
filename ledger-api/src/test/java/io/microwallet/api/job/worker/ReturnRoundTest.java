package io.microwallet.api.job.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One round over the wallets of a job: how many at once, and what happens to those that get no outcome. */
class ReturnRoundTest {
    private static final int WALLETS = 500;
    private static final Outcome GONE = new Outcome.Absent(Absence.WALLET_ERASED);
    private static final WalletId ODD = wallet(17);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<WalletId> asked = ConcurrentHashMap.newKeySet();
    private final RunningReturn run = new RunningReturn(
            new UnspentReturnOrdered(
                    new LedgerId(new UUID(1, 1)),
                    new JobId(new UUID(2, 1)),
                    new PopUpId(new UUID(3, 1)),
                    new ClientId(new UUID(4, 1)),
                    null),
            LongStream.range(0, WALLETS).mapToObj(ReturnRoundTest::wallet).toList());

    private static WalletId wallet(long number) {
        return new WalletId(new UUID(9, number));
    }

    @Test
    void wallets_are_asked_several_at_once_and_never_more_than_the_bound() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(ReturnRound.IN_FLIGHT_MAX);
        round((_, wallet) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            full.countDown();
            await(full);
            now.decrementAndGet();
            assertThat(asked.add(wallet)).isTrue();
            return GONE;
        });

        assertThat(run.isComplete()).isTrue();
        assertThat(most).hasValue(ReturnRound.IN_FLIGHT_MAX);
        assertThat(asked).hasSize(WALLETS);
        assertThat(run.totals().refused()).containsExactly(refused("WALLET_ERASED", WALLETS));
        assertThat(meters.get("microwallet.jobs.wallets")
                        .tag("outcome", "refused")
                        .counter()
                        .count())
                .isEqualTo(WALLETS);
    }

    @Test
    void a_store_that_takes_nothing_ends_the_round_and_only_those_that_are_left_are_asked_again() {
        var calls = new AtomicInteger();
        round((_, _) -> calls.incrementAndGet() > 100
                ? new Outcome.Unavailable(Duration.ofSeconds(1), "the database is gone")
                : GONE);

        var progress = run.progress();
        var done = progress.soFar().wallets();
        assertThat(calls).hasValueLessThanOrEqualTo(100 + 2 * ReturnRound.IN_FLIGHT_MAX);
        assertThat(progress.total()).isEqualTo(WALLETS);
        assertThat(done).isEqualTo(100);
        assertThat(progress.waiting()).containsExactly(refused("UNAVAILABLE", WALLETS - done));
        assertThat(meters.get("microwallet.jobs.waits").counter().count()).isEqualTo(1);
        var again = new AtomicInteger();
        round((_, _) -> {
            again.incrementAndGet();
            return GONE;
        });
        assertThat(again).hasValue(WALLETS - done);
        assertThat(run.isComplete()).isTrue();
        assertThat(run.progress().waiting()).isEmpty();
    }

    @Test
    void books_that_cannot_be_read_end_the_round_too() {
        round((_, _) -> {
            throw new BooksUnavailableException("the database is gone");
        });

        assertThat(run.progress().waiting()).containsExactly(refused("UNAVAILABLE", WALLETS));
    }

    @Test
    void a_wallet_with_a_bug_keeps_no_other_waiting_and_is_given_up_and_told_after_its_last_try() {
        for (var round = 1; round <= RunningReturn.TRIES_MAX; round++) {
            assertThat(run.isComplete()).isFalse();
            round((_, wallet) -> wallet.equals(ODD) ? new Outcome.Failed() : GONE);
            assertThat(run.progress().waiting())
                    .isEqualTo(round == RunningReturn.TRIES_MAX ? List.of() : List.of(refused("INTERNAL_ERROR", 1)));
        }

        assertThat(run.isComplete()).isTrue();
        assertThat(run.totals().refused())
                .containsExactly(refused("INTERNAL_ERROR", 1), refused("WALLET_ERASED", WALLETS - 1));
        assertThat(meters.get("microwallet.jobs.wallets")
                        .tag("outcome", "broken")
                        .counter()
                        .count())
                .isEqualTo(RunningReturn.TRIES_MAX);
    }

    @Test
    void what_does_not_fit_or_throws_is_told_as_such() {
        for (var round = 1; round <= RunningReturn.TRIES_MAX; round++) {
            round((_, wallet) -> {
                if (wallet.equals(ODD)) {
                    throw new IllegalStateException("a bug");
                }
                return wallet.equals(wallet(18)) ? new Outcome.TooLarge() : GONE;
            });
        }

        assertThat(run.totals().refused()).contains(refused("INTERNAL_ERROR", 1), refused("TOO_LARGE", 1));
    }

    private void round(ReturnRound.Asking asking) {
        new ReturnRound(asking, new JobMeters(meters)).ask(run);
    }

    private static Refused refused(String code, int count) {
        return new Refused(new RefusalCode(code), count);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
