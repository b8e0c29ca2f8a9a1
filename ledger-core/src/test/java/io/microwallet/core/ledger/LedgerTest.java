package io.microwallet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
    private static final LedgerId ID = new LedgerId(new UUID(0, 1));
    private static final SealedText NAME = new SealedText("AAAA");
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    private static Ledger with(Mode mode, Duration offset) {
        return new Ledger.Created(ID, mode, ZoneOffset.UTC, NAME, AT, offset);
    }

    @ParameterizedTest
    @EnumSource
    void a_new_ledgers_clock_is_the_machines(Mode mode) {
        var created = new LedgerCreated(ID, mode, ZoneOffset.UTC, NAME);
        assertThat(ID.unborn().clockOffset()).isZero();
        assertThat(ID.unborn().evolve(created, AT)).isEqualTo(with(mode, Duration.ZERO));
    }

    @Test
    void only_a_sandboxs_clock_is_moved_and_only_forward() {
        assertThat(with(Mode.SANDBOX, Duration.ofDays(30)).clockOffset()).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> with(Mode.SANDBOX, Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(Mode.LIVE, Duration.ofNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
