package io.microwallet.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.popup.PopUpEvent.PopUpRescheduled;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.request.RecordedEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrosTest {
    private static final Instant WHOLE = Instant.parse("2026-11-23T18:30:00.123456Z");
    private static final Instant FINER = WHOLE.plusNanos(1);

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T18:30:00.123456Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"})
    void a_time_is_read_as_it_was_written(Instant time) {
        assertThat(Micros.at(Micros.of(time))).isEqualTo(time);
        assertThat(Micros.at(Micros.floor(time.plusNanos(999)))).isEqualTo(time);
    }

    @Test
    void a_time_finer_than_a_microsecond_is_never_stored_as_another() {
        assertRefused(event(FINER, WHOLE));
        assertRefused(event(WHOLE, FINER));
    }

    private static RecordedEvent event(Instant at, Instant closes) {
        var event = new PopUpRescheduled(new PopUpId(new UUID(1, 1)), WHOLE, closes);
        return new RecordedEvent(0, at, new LedgerId(new UUID(2, 2)), Optional.empty(), event);
    }

    private static void assertRefused(RecordedEvent event) {
        assertThatThrownBy(() -> EventCodec.write(new JsonBuffer(16), event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finer than a microsecond");
    }
}
