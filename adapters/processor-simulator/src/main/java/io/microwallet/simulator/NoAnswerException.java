package io.microwallet.simulator;

import java.io.IOException;

/** The processor gave no answer, or was not asked; whether it did what was asked is not known. */
final class NoAnswerException extends IOException {
    NoAnswerException(Exception cause) {
        super(cause.toString(), cause);
    }

    NoAnswerException(String why) {
        super(why);
    }
}
