package io.microwallet.api.export.format;

import io.microwallet.core.money.Currency;
import java.math.BigDecimal;

/** Amounts as people write them: exact, a point before the currency's decimals, no thousands marks. */
public final class Amounts {
    private Amounts() {}

    /** {@code -1250} of EUR is {@code -12.50}, of JPY {@code -1250}, of KWD {@code -1.250}. */
    public static String plain(long minorUnits, Currency currency) {
        return BigDecimal.valueOf(minorUnits, currency.decimals()).toPlainString();
    }
}
