package io.microwallet.api.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkExchangeLimitsTest {
    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private final Attempts attempts = new Attempts(2, Duration.ofMinutes(10), () -> now);

    @Test
    void a_key_waits_for_the_rest_of_its_window_once_it_has_used_its_attempts() {
        attempts.made("a");
        now = now.plusSeconds(60);
        assertThat(attempts.wait("a")).isZero();
        attempts.made("a");
        assertThat(attempts.wait("a")).isEqualTo(Duration.ofMinutes(9));
        assertThat(attempts.wait("b")).isZero();
    }

    @Test
    void a_new_window_begins_when_the_old_one_is_over() {
        attempts.made("a");
        attempts.made("a");
        now = now.plus(Duration.ofMinutes(10));
        assertThat(attempts.wait("a")).isZero();
        attempts.made("a");
        assertThat(attempts.wait("a")).isZero();
    }

    @Test
    void no_more_than_so_many_keys_are_remembered() {
        attempts.made("oldest");
        attempts.made("oldest");
        for (var key = 0; key < Attempts.KEYS_MAX; key++) {
            attempts.made(key);
        }
        assertThat(attempts.wait("oldest")).isZero();
    }
}
