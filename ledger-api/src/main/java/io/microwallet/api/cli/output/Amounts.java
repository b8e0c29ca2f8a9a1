package io.microwallet.api.cli.output;

import io.microwallet.core.money.Currency;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Minor units as people write them: with the decimals that the currency has. */
public final class Amounts {
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
}
