package io.microwallet.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.microwallet.eventstore.write.Writing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProjectionProgressTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private volatile boolean busy = true;
    private volatile long durable = 5;

    private final ProjectionProgress progress = new ProjectionProgress(new Writing() {
        @Override
        public long durable() {
            return durable;
        }

        @Override
        public boolean isBusy() {
            return busy;
        }
    });

    private long millisOfRest() {
        var begun = System.nanoTime();
        progress.rest();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    @Test
    void it_rests_while_the_writer_is_busy_and_little_is_behind_but_not_for_ever() {
        progress.reached(4);
        assertThat(millisOfRest()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void it_does_not_rest_where_the_writer_has_nothing_to_do() {
        busy = false;
        progress.reached(4);
        assertThat(millisOfRest()).isLessThan(200);
    }

    @Test
    void it_does_not_rest_where_a_batch_is_worth_its_while() {
        progress.reached(4);
        durable = 4 + ProjectionProgress.WORTHWHILE_EVENTS;
        assertThat(millisOfRest()).isLessThan(200);
    }

    /** As long as somebody waits, no batch is waited for: a rest would only end after 200 ms, each. */
    @Test
    void who_waits_for_a_position_waits_for_no_rest() {
        progress.reached(0);
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return progress.await(200, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        durable = 1_000;
        progress.rest();
        assertTimeoutPreemptively(LONG.dividedBy(2), () -> {
            for (var position = 1; position <= 200; position++) {
                progress.rest();
                progress.reached(position);
            }
            assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        });
    }

    @Test
    void who_waits_too_long_is_told_so_and_holds_nobody_up_any_longer() throws InterruptedException {
        progress.reached(4);
        assertThat(progress.await(5, Duration.ofMillis(1))).isFalse();
        assertThat(millisOfRest()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void one_that_is_behind_and_does_not_move_stalls() {
        progress.reached(4);
        assertThat(progress.hasStalled(Duration.ofHours(1))).isFalse();
        assertThat(progress.hasStalled(Duration.ZERO)).isTrue();
        progress.reached(5);
        assertThat(progress.hasStalled(Duration.ZERO)).isFalse();
    }
}
