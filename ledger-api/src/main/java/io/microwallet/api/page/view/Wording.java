package io.microwallet.api.page.view;

import io.microwallet.core.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Amounts and times as one reader writes them: the locale of the browser, the time zone of the ledger. */
public record Wording(Locale locale, ZoneId zone) {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String MINUS = "\u2212";

    /** {@code 12.50 EUR} in the reader's way: the currency's own decimals, a real minus sign. */
    public String amount(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency().code()));
        format.setMinimumFractionDigits(money.currency().decimals());
        format.setMaximumFractionDigits(money.currency().decimals());
        var text = format.format(
                BigDecimal.valueOf(Math.abs(money.amount()), money.currency().decimals()));
        return money.isNegative() ? MINUS + apart(text) : apart(text);
    }

    /** A currency without a symbol is its letters: the JDK writes them close to the digits. */
    private static String apart(String text) {
        return text.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", NO_BREAK_SPACE);
    }

    /** The same with a sign in any case. */
    public String change(Money money) {
        return money.isPositive() ? '+' + amount(money) : amount(money);
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(locale)
                .format(at.atZone(zone));
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(at.atZone(zone));
    }
}
