package io.microwallet.core.request;

/** The stable name of a refusal, as stored and as told: {@code [A-Z_]{3,64}}. */
public record RefusalCode(String value) {
    public RefusalCode {
        if (value.length() < 3 || value.length() > 64 || !value.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z'))) {
            throw new IllegalArgumentException("not the code of a refusal");
        }
    }
}
