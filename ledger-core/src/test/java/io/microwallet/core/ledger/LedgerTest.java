package io.microwallet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
    private static final LedgerId ID = new LedgerId(new UUID(0, 1));
    private static final ClientId ADMIN = new ClientId(new UUID(0, 2));
    private static final SealedText NAME = new SealedText("AAAA");
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    private static Ledger with(Mode mode, Duration offset) {
        return new Ledger.Created(ID, mode, ZoneOffset.UTC, NAME, AT, offset, Limits.DEFAULT);
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

    @Test
    void moves_of_the_clock_add_up() {
        var once = with(Mode.SANDBOX, Duration.ZERO).evolve(moved(3), AT);
        assertThat(once.evolve(moved(4), AT)).isEqualTo(with(Mode.SANDBOX, Duration.ofSeconds(7)));
    }

    private static ClockMoved moved(long seconds) {
        return new ClockMoved(ID, ADMIN, seconds * 1_000_000, AT.plusSeconds(seconds));
    }

    @Test
    void new_limits_take_the_place_of_the_old() {
        var limits = new Limits(List.of(Money.of(1, "EUR")), List.of(), 1, 2, 3, 4);

        var changed = with(Mode.LIVE, Duration.ZERO).evolve(new LimitsChanged(ID, ADMIN, limits), AT);

        assertThat(changed)
                .isEqualTo(new Ledger.Created(ID, Mode.LIVE, ZoneOffset.UTC, NAME, AT, Duration.ZERO, limits));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-23T22:59:59.999999Z, 2026-11-22T23:00:00Z",
        "Europe/Berlin, 2026-11-23T23:00:00Z, 2026-11-23T23:00:00Z",
        "Europe/Berlin, 2026-10-25T22:00:00Z, 2026-10-24T22:00:00Z", // 25 hours long
        "America/Havana, 2026-11-01T05:30:00Z, 2026-11-01T04:00:00Z", // the clock shows 00:30 a second time
    })
    void a_day_begins_at_midnight_of_the_ledgers_zone(String zone, Instant at, Instant start) {
        var ledger = new Ledger.Created(ID, Mode.LIVE, ZoneId.of(zone), NAME, AT, Duration.ZERO, Limits.DEFAULT);
        assertThat(ledger.startOfDay(at)).isEqualTo(start);
    }
}
