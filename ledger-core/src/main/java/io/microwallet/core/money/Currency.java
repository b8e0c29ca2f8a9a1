package io.microwallet.core.money;

/** A currency of ISO 4217 with 0, 2 or 3 decimals. */
public record Currency(String code) {
    public Currency {
        CurrencyTable.decimalsOf(code);
    }

    /** How many decimals its minor unit stands for: 0 (JPY), 2 (EUR) or 3 (KWD). */
    public int decimals() {
        return CurrencyTable.decimalsOf(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
