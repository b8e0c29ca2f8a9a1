package io.microwallet.api.cli.output;

import io.microwallet.core.money.Currency;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Minor units as people write them: with the decimals that the currency has. */
public final class Amounts {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?([A-Z]{3})");

    private Amounts() {}

    /** {@code 1250, "EUR"} is {@code 12.50}; {@code 5, "JPY"} is {@code 5}. */
    public static String format(long minorUnits, String currency) {
        return BigDecimal.valueOf(minorUnits, Currency.of(currency).decimals()).toPlainString();
    }

    /** {@code {"amount": 1250, "currency": "EUR"}} is {@code 12.50 EUR}; nothing for what is absent. */
    public static String format(JsonNode money) {
        var currency = money.path("currency").asString("");
        return currency.isEmpty() ? "" : format(money.path("amount").asLong(), currency) + ' ' + currency;
    }

    /**
     * {@code 12.50 EUR}, {@code 12.5EUR} and {@code 5 JPY} as the API has them.
     *
     * @throws IllegalArgumentException for anything else, and for more decimals than the currency has
     */
    public static ObjectNode parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("An amount is expected, as in \"12.50 EUR\".");
        }
        var currency = Currency.of(written.group(2));
        var minorUnits = new BigDecimal(written.group(1)).movePointRight(currency.decimals());
        if (minorUnits.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    written.group(2) + " has " + currency.decimals() + " decimals: \"" + text + "\" has more.");
        }
        return Json.object().put("amount", minorUnits.longValueExact()).put("currency", written.group(2));
    }
}
