package io.microwallet.api.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.microwallet.api.export.format.ExportedEntry.Line;
import io.microwallet.core.money.Currency;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:11:12.000345Z");
    private static final Currency EUR = Currency.of("EUR");

    @Test
    void each_posting_is_a_row_with_its_amount_on_one_side() throws IOException {
        var rows = rows(entry("Café 日本", "order-1"));

        assertThat(rows.get(0).getFields())
                .containsExactly(
                        "entry",
                        "position",
                        "recorded",
                        "effective",
                        "event",
                        "account",
                        "debit",
                        "credit",
                        "currency",
                        "pop-up",
                        "reference",
                        "merchant");
        assertThat(rows.get(1).getFields())
                .containsExactly(
                        "7",
                        "19",
                        "2026-11-23T10:11:12.000345Z",
                        "2026-11-22T10:00:00Z",
                        "purchased",
                        "Income:Commission",
                        "",
                        "0.05",
                        "EUR",
                        "pop_1",
                        "order-1",
                        "Café 日本");
        assertThat(rows.get(2).getField(6)).isEqualTo("0.05");
        assertThat(rows.get(2).getField(7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "\u00A0=1", "＝1", "\u202E=1"})
    void no_cell_is_a_formula(String text) throws IOException {
        var row = rows(entry(text, text)).get(1);

        assertThat(row.getField(10)).startsWith("'");
        assertThat(row.getField(11)).startsWith("'");
    }

    @ParameterizedTest
    @MethodSource("io.microwallet.api.export.format.HledgerFormatTest#nastyNames")
    void a_name_stays_in_its_cell(String name) throws IOException {
        var rows = rows(entry(name, name));

        assertThat(rows)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(12));
        assertThat(rows.get(1).getField(11)).doesNotContain("\n", "\r", "\u2028");
    }

    @ParameterizedTest
    @CsvSource({"0, EUR, 0.00", "-1250, EUR, -12.50", "5, KWD, 0.005", "9007199254740991, JPY, 9007199254740991"})
    void an_amount_is_written_with_the_decimals_of_its_currency(long amount, String currency, String text) {
        assertThat(Amounts.plain(amount, Currency.of(currency))).isEqualTo(text);
    }

    private static ExportedEntry entry(String merchant, String reference) {
        return new ExportedEntry(
                7,
                19,
                AT,
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-22T10:00:00Z"),
                LocalDate.of(2026, 11, 22),
                "purchased",
                "pop_1",
                reference,
                "m_1",
                merchant,
                List.of(new Line("Income:Commission", -5, EUR), new Line("Liabilities:Unclaimed", 5, EUR)));
    }

    private static List<CsvRecord> rows(ExportedEntry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var format = new CsvFormat(bytes);
        format.begin(HledgerFormatTest.head(List.of("EUR")));
        format.entry(entry);
        format.end();
        return CsvReader.builder().ofCsvRecord(bytes.toString(StandardCharsets.UTF_8)).stream()
                .toList();
    }
}
