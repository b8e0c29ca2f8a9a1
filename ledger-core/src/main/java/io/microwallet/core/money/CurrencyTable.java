package io.microwallet.core.money;

import org.jspecify.annotations.Nullable;

/**
 * The active codes of ISO 4217 with 0, 2 or 3 decimals. We hold the table ourselves because a JDK update may change the one
 * that it ships, and a currency that the log holds must never lose its meaning: a code is added here, never taken out.
 */
final class CurrencyTable {
    static final String WITHOUT_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    static final String WITH_TWO_DECIMALS = """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY \
            COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS \
            INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR \
            MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
            STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG""";

    static final String WITH_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

    private static final int LETTERS = 26;
    private static final int CODE_LENGTH = 3;
    private static final @Nullable Currency[] BY_CODE = byCode();

    private CurrencyTable() {}

    static @Nullable Currency find(String code) {
        if (code.length() != CODE_LENGTH) {
            return null;
        }
        var index = 0;
        for (var i = 0; i < CODE_LENGTH; i++) {
            var letter = code.charAt(i) - 'A';
            if (letter < 0 || letter >= LETTERS) {
                return null;
            }
            index = index * LETTERS + letter;
        }
        return BY_CODE[index];
    }

    private static @Nullable Currency[] byCode() {
        var table = new @Nullable Currency[LETTERS * LETTERS * LETTERS];
        fill(table, WITHOUT_DECIMALS, 0);
        fill(table, WITH_TWO_DECIMALS, 2);
        fill(table, WITH_THREE_DECIMALS, 3);
        return table;
    }

    private static void fill(@Nullable Currency[] table, String codes, int decimals) {
        for (var code : codes.split(" ", -1)) {
            var index = 0;
            for (var i = 0; i < CODE_LENGTH; i++) {
                index = index * LETTERS + code.charAt(i) - 'A';
            }
            table[index] = new Currency(code, decimals);
        }
    }
}
