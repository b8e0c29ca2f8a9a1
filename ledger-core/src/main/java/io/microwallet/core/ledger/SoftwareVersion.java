package io.microwallet.core.ledger;

/** The version of the service that wrote: {@code [0-9A-Za-z.+-]{1,64}}. */
public record SoftwareVersion(String value) {
    public SoftwareVersion {
        if (!value.matches("[0-9A-Za-z.+-]{1,64}")) {
            throw new IllegalArgumentException("not a version");
        }
    }
}
