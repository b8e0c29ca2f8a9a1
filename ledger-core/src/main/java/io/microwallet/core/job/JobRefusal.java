package io.microwallet.core.job;

import io.microwallet.core.request.Refusal;

/** What stands in the way of a job. */
public enum JobRefusal implements Refusal {
    JOB_ALREADY_EXISTS("Send the call again with a new idempotency key.");

    private final String advice;

    JobRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
