package io.microwallet.core.id;

import java.util.UUID;

/** A 128-bit name of one thing of one kind; its text is a prefix, {@code _} and 26 Crockford base32 digits. */
public interface Identifier {
    UUID value();

    /** The prefix of the kind, without the underscore: {@code tu} for a top-up. */
    String prefix();

    /** The text that people and JSON see. */
    default String text() {
        return prefix() + '_' + Crockford.encode(value());
    }
}
