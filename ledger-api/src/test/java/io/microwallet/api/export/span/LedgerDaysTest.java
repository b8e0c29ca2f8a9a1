package io.microwallet.api.export.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerDaysTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "Europe/Berlin, 2026-11-23, 24",
        "Africa/Cairo, 2026-04-24, 23",
        "Pacific/Apia, 2011-12-30, 0",
        "Australia/Lord_Howe, 2026-04-05, 24"
    })
    void a_day_is_as_long_as_the_clocks_make_it(String zone, LocalDate day, long hours) {
        var days = new LedgerDays(ZoneId.of(zone));

        assertThat(days.startOf(day).until(days.startOf(day.plusDays(1)), ChronoUnit.HOURS))
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-22T22:59:59.999999Z, 2026-11-22",
        "Europe/Berlin, 2026-11-22T23:00:00Z, 2026-11-23",
        "Pacific/Kiritimati, 2026-11-22T10:00:00Z, 2026-11-23",
        "Pacific/Pago_Pago, 2026-11-23T10:59:59Z, 2026-11-22",
        "America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-07"
    })
    void an_instant_is_booked_on_the_day_of_the_ledgers_zone(String zone, Instant at, LocalDate day) {
        assertThat(new LedgerDays(ZoneId.of(zone)).dayOf(at)).isEqualTo(day);
    }

    @Test
    void in_every_zone_an_instant_lies_in_its_day_and_days_never_go_back() {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            var days = new LedgerDays(ZoneId.of(zone));
            for (var change : changes(days.zone())) {
                assertDaysInOrder(days, change);
            }
        }
    }

    private static void assertDaysInOrder(LedgerDays days, Instant change) {
        var before = LocalDate.MIN;
        for (var minutes = -26 * 60; minutes <= 26 * 60; minutes += 29) {
            var at = change.plus(minutes, ChronoUnit.MINUTES);
            var day = days.dayOf(at);
            var inIt = !at.isBefore(days.startOf(day)) && at.isBefore(days.startOf(day.plusDays(1)));
            if (!inIt || day.isBefore(before)) {
                throw new AssertionError(at + " is booked on " + day + " in " + days.zone());
            }
            before = day;
        }
    }

    @Test
    void there_are_changes_to_look_at() {
        assertThat(changes(ZoneId.of("Europe/Berlin"))).hasSizeGreaterThan(50);
    }

    private static List<Instant> changes(ZoneId zone) {
        var rules = zone.getRules();
        return Stream.iterate(
                        rules.nextTransition(Instant.parse("2004-01-01T00:00:00Z")),
                        next -> next != null && next.getInstant().isBefore(Instant.parse("2030-01-01T00:00:00Z")),
                        next -> rules.nextTransition(next.getInstant()))
                .map(transition -> transition.getInstant())
                .toList();
    }
}
