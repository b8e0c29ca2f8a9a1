package io.microwallet.core.money;

/** A currency of ISO 4217 with 0, 2 or 3 decimals; one instance a code. */
public final class Currency {
    private final String code;
    private final int decimals;

    Currency(String code, int decimals) {
        this.code = code;
        this.decimals = decimals;
    }

    /** The currency of a code. @throws IllegalArgumentException unless it is an active code of ISO 4217 with at most 3 decimals */
    public static Currency of(String code) {
        var currency = CurrencyTable.find(code);
        if (currency == null) {
            throw new IllegalArgumentException("not a currency of ISO 4217 with 0, 2 or 3 decimals");
        }
        return currency;
    }

    public String code() {
        return code;
    }

    /** How many decimals its minor unit stands for: 0 (JPY), 2 (EUR) or 3 (KWD). */
    public int decimals() {
        return decimals;
    }

    @Override
    public String toString() {
        return code;
    }
}
