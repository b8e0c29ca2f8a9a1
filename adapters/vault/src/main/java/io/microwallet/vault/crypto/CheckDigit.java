package io.microwallet.vault.crypto;

/**
 * The check character of a token: digits d₀…dₙ₋₁ and their check c fulfil c = Σ αⁱ⁺¹·dᵢ over GF(32), where α is a root of
 * x⁵+x²+1. Its powers α⁰…α³⁰ all differ and none is zero: so one wrong digit, or two that changed places, is always noticed.
 */
public final class CheckDigit {
    static final int FIELD = 32;
    private static final int REDUCTION = 0b100101;

    private CheckDigit() {}

    /**
     * @param digits values from 0 to 31, at most 30 of them
     * @return a value from 0 to 31
     */
    public static int of(int[] digits) {
        if (digits.length > FIELD - 2) {
            throw new IllegalArgumentException("beyond 30 digits the weights repeat");
        }
        // Horner from the far end: addition in GF(32) is exclusive or.
        var sum = 0;
        for (var i = digits.length - 1; i >= 0; i--) {
            sum = timesAlpha(sum ^ digits[i]);
        }
        return sum;
    }

    static int timesAlpha(int value) {
        var shifted = value << 1;
        return shifted < FIELD ? shifted : shifted ^ REDUCTION;
    }
}
