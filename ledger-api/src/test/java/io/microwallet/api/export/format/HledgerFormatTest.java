package io.microwallet.api.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.export.Hledger;
import io.microwallet.api.export.format.ExportedEntry.Line;
import io.microwallet.api.tools.NeedsTool;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HledgerFormatTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:11:12.000345Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String CASH = "Liabilities:Wallet:w1_0ABC:Cash:Available";
    private static final String PAYABLE = "Liabilities:Merchant:m_0ABC:Payable";

    static List<String> nastyNames() {
        return List.of(
                "x  1 EUR",
                "newline\n    Assets:Bank  5 EUR",
                "carriage\rreturn",
                "\u2028line\u2029paragraph\u0085next",
                "; y",
                "a, date:2020-01-01, b:c",
                "[2020-01-01]",
                "a | b",
                "\"quoted\" 'text'",
                "=cmd|'/C calc'!A0",
                "Café Ζορμπάς 日本 🎪",
                "\uFF1B full-width \uFF1A \uFF0C",
                "\u202Ereversed\u0000\u0007",
                "\uD800 lone surrogate",
                "  ");
    }

    @ParameterizedTest
    @MethodSource("nastyNames")
    @NeedsTool("hledger")
    void a_name_changes_nothing_but_the_comment(String name) throws IOException {
        var plain = journal("Shop", "order-1");
        var nasty = journal(name, name);

        Hledger.check(nasty);
        assertThat(Hledger.balances(nasty)).isEqualTo(Hledger.balances(plain));
        assertThat(Hledger.run(nasty, "reg", "-O", "csv")).isEqualTo(Hledger.run(plain, "reg", "-O", "csv"));
        assertThat(lines(nasty)).hasSameSizeAs(lines(plain));
    }

    @Test
    @NeedsTool("hledger")
    void amounts_have_the_decimals_of_their_currency_up_to_the_largest() throws IOException {
        var journal = write(
                head(List.of("EUR", "JPY", "KWD")),
                entry(1, "", "", lines(Money.AMOUNT_MAX, "EUR")),
                entry(2, "", "", lines(1, "JPY")),
                entry(3, "", "", lines(1_001, "KWD")));

        Hledger.check(journal);
        assertThat(Hledger.balances(journal))
                .isEqualTo(Map.of(
                        CASH + " EUR", new BigDecimal("-90071992547409.91"),
                        CASH + " JPY", new BigDecimal("-1"),
                        CASH + " KWD", new BigDecimal("-1.001"),
                        PAYABLE + " EUR", new BigDecimal("90071992547409.91"),
                        PAYABLE + " JPY", new BigDecimal("1"),
                        PAYABLE + " KWD", new BigDecimal("1.001")));
    }

    @Test
    @NeedsTool("hledger")
    void an_entry_is_found_by_its_reference_and_by_its_effective_day() throws IOException {
        var journal = journal("Shop", "till-7:42.b");

        assertThat(Hledger.balances(journal, "tag:reference=^till-7:42.b$")).hasSize(2);
        assertThat(Hledger.balances(journal, "--date2", "-e", "2026-11-23")).hasSize(2);
        assertThat(Hledger.balances(journal, "-e", "2026-11-23")).isEmpty();
    }

    @Test
    @NeedsTool("hledger")
    void a_journal_without_entries_is_accepted() throws IOException {
        var journal = write(head(List.of()));

        Hledger.check(journal);
        assertThat(Hledger.balances(journal)).isEmpty();
    }

    @Test
    void the_last_line_is_the_digest_of_all_before_it() throws IOException, NoSuchAlgorithmException {
        var journal = journal("Shop", "order-1");
        var text = new String(journal, StandardCharsets.US_ASCII);
        var last = text.lastIndexOf("; sha256");

        var digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(journal, last));
        assertThat(text.substring(last))
                .isEqualTo("; sha256 of all above " + HexFormat.of().formatHex(digest) + '\n');
        assertThat(text.substring(0, last)).endsWith("\n; entries 1\n");
    }

    @Test
    void it_says_what_it_is_an_export_of() throws IOException {
        assertThat(new String(journal("Shop", "order-1"), StandardCharsets.US_ASCII))
                .startsWith("""
                        ; MicroWallet journal
                        ; ledger l_00000000000000000000000001, sandbox: Pop-up Berlin u{20ac} 5
                        ; days 2026-11-23 to the last, time zone Europe/Berlin
                        ; positions 3 to 9
                        ; chain c0ffee
                        ; wallets are tokens of client c_00000000000000000000000002, version 1
                        decimal-mark .
                        commodity 1000.00 EUR
                        """.replace("u{", "\\u{"));
    }

    private static byte[] journal(String merchant, String reference) throws IOException {
        return write(head(List.of("EUR")), entry(1, merchant, reference, lines(1_250, "EUR")));
    }

    private static byte[] write(ExportHead head, ExportedEntry... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var format = new HledgerFormat(bytes);
        format.begin(head);
        format.declare(List.of(CASH, PAYABLE));
        for (var entry : entries) {
            format.entry(entry);
        }
        format.end();
        return bytes.toByteArray();
    }

    static ExportHead head(List<String> currencies) {
        var ledger = new Ledger.Created(
                new LedgerId(new UUID(0, 1)),
                Mode.SANDBOX,
                ZoneId.of("Europe/Berlin"),
                new SealedText("AAAA"),
                AT,
                Duration.ZERO,
                Limits.DEFAULT);
        return new ExportHead(
                ledger,
                "Pop-up: Berlin\n€ 5",
                DAY,
                null,
                3,
                9,
                "c0ffee",
                new ClientId(new UUID(0, 2)),
                1,
                currencies.stream().map(Currency::of).toList());
    }

    private static ExportedEntry entry(long number, String merchant, String reference, List<Line> lines) {
        return new ExportedEntry(
                number,
                number + 2,
                AT,
                DAY,
                Instant.parse("2026-11-22T22:59:59Z"),
                LocalDate.of(2026, 11, 22),
                "purchased",
                "",
                reference,
                "m_0ABC",
                merchant,
                lines);
    }

    private static List<Line> lines(long amount, String currency) {
        var of = Currency.of(currency);
        return List.of(new Line(PAYABLE, amount, of), new Line(CASH, -amount, of));
    }

    private static List<String> lines(byte[] journal) {
        return new String(journal, StandardCharsets.US_ASCII).lines().toList();
    }
}
