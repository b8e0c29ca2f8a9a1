package io.microwallet.api.page.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "1250, EUR, en-GB, €12.50",
        "1250, EUR, de-DE, 12·50·€",
        "-5, EUR, en-GB, −€0.05",
        "1200, JPY, ja-JP, ￥1·200",
        "1234567, KWD, en-GB, KWD·1·234.567",
        "9007199254740991, EUR, en-GB, €90·071·992·547·409.91",
    })
    void an_amount_has_the_decimals_of_its_currency_in_the_readers_way(
            long amount, String currency, Locale locale, String expected) {
        var text = new Wording(locale, BERLIN).amount(Money.of(amount, currency));
        assertThat(text.replaceAll("[,\\u00a0]", "·")).isEqualTo(expected.replace(",", "·"));
    }

    @Test
    void money_that_came_has_a_plus() {
        var wording = new Wording(Locale.UK, BERLIN);
        assertThat(wording.change(Money.of(500, "EUR"))).isEqualTo("+€5.00");
        assertThat(wording.change(Money.of(-500, "EUR"))).isEqualTo("−€5.00");
    }

    @Test
    void a_moment_is_told_in_the_ledgers_time_zone() {
        assertThat(new Wording(Locale.UK, BERLIN).moment(Instant.parse("2026-11-23T23:30:00Z")))
                .isEqualTo("24 Nov 2026, 00:30");
    }
}
