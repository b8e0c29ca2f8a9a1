package io.microwallet.api.http.write;

import io.microwallet.core.request.Outcome;

/**
 * Renders an accepted outcome: a pure function of its events and of the answer and token versions stored with them. It
 * switches over the answer's version, and keeps every version that was ever written.
 */
@FunctionalInterface
public interface AnswerFormat {
    Answer render(Outcome.Decided decided);
}
