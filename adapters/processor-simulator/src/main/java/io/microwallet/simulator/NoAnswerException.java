package io.microwallet.simulator;

import java.io.IOException;

/** The processor gave no answer, or was not asked; whether it did what was asked is not known. */
final class NoAnswerException extends IOException {
    private final String why;

    NoAnswerException(Exception cause) {
        super(cause.toString(), cause);
        this.why = cause.toString();
    }

    NoAnswerException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
