package io.microwallet.core.request;

/** What is stored of a call with the first event of its outcome; {@code events} says how many events that is. */
public record RequestHeader(
        RequestId id, Fingerprint fingerprint, Operation operation, int answerVersion, int tokenVersion, int events) {}
