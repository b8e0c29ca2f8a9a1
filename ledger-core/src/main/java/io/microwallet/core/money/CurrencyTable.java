package io.microwallet.core.money;

/** The currencies of ISO 4217. */
final class CurrencyTable {
    private CurrencyTable() {}

    static int decimalsOf(String code) {
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("not a currency of ISO 4217");
        }
        return java.util.Currency.getInstance(code).getDefaultFractionDigits();
    }
}
