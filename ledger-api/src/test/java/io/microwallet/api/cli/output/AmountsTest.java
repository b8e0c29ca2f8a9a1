package io.microwallet.api.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "1250,EUR,12.50",
        "5,EUR,0.05",
        "-5,EUR,-0.05",
        "0,EUR,0.00",
        "5,JPY,5",
        "1250,KWD,1.250",
        "9007199254740991,EUR,90071992547409.91"
    })
    void amounts_have_the_decimals_of_their_currency(long minorUnits, String currency, String expected) {
        assertThat(Amounts.format(minorUnits, currency)).isEqualTo(expected);
    }
}
