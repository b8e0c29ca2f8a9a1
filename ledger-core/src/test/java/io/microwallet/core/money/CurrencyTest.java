package io.microwallet.core.money;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {
    private static Stream<String> codes() {
        return Stream.of(
                        CurrencyTable.WITHOUT_DECIMALS,
                        CurrencyTable.WITH_TWO_DECIMALS,
                        CurrencyTable.WITH_THREE_DECIMALS)
                .flatMap(codes -> Stream.of(codes.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2", "USD, 2", "JPY, 0", "KRW, 0", "ISK, 0", "KWD, 3", "TND, 3", "HUF, 2", "XOF, 0"})
    void a_currency_has_the_decimals_of_its_minor_unit(String code, int decimals) {
        assertThat(Currency.of(code).decimals()).isEqualTo(decimals);
        assertThat(Currency.of(code).code())
                .isEqualTo(code)
                .hasToString(Currency.of(code).toString());
    }

    @Test
    void each_code_is_in_the_table_once() {
        assertThat(codes()).doesNotHaveDuplicates().hasSizeGreaterThan(150).allMatch(code -> code.matches("[A-Z]{3}"));
    }

    @Test
    void the_jdk_agrees_where_it_knows_the_code() {
        var known = java.util.Currency.getAvailableCurrencies().stream()
                .map(java.util.Currency::getCurrencyCode)
                .collect(toSet());

        assertThat(codes().filter(known::contains))
                .hasSizeGreaterThan(150)
                .allSatisfy(code -> assertThat(Currency.of(code).decimals())
                        .as(code)
                        .isEqualTo(java.util.Currency.getInstance(code).getDefaultFractionDigits()));
    }

    /** Everything that the JDK calls a currency is in the table, but for what is withdrawn, no money, or of four decimals. */
    @Test
    void what_the_jdk_knows_beyond_the_table_is_not_in_use() {
        var notInUse = Set.of("""
                ADP AFA ANG ATS AYM AZM BEF BGL BGN BYB BYR CSD CUC CYP DEM EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL LTL LUF \
                LVL MGF MRO MTL MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TMM TPE TRL USS VEB VEF YUM ZMK ZWD ZWL ZWN ZWR \
                XAG XAU XBA XBB XBC XBD XDR XFO XFU XPD XPT XSU XTS XUA XXX CLF UYW""".split(" ", -1));
        var held = codes().collect(toSet());

        assertThat(java.util.Currency.getAvailableCurrencies())
                .extracting(java.util.Currency::getCurrencyCode)
                .filteredOn(code -> !held.contains(code))
                .isSubsetOf(notInUse);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "EU", "EURO", "eur", "Eur", "E R", "ÄUR", "XXX", "XTS", "XAU", "CLF", "UYW", "DEM", "ZZZ", "AAA"
            })
    void what_is_no_currency_in_use_is_refused(String code) {
        assertThatThrownBy(() -> Currency.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_code_is_one_instance() {
        assertThat(Currency.of("EUR")).isSameAs(Currency.of(new String("EUR"))).isNotEqualTo(Currency.of("USD"));
    }
}
