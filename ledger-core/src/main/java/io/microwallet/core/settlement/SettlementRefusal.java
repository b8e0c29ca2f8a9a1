package io.microwallet.core.settlement;

import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;

/** What is wrong with a report's own time, in order of precedence; what a processor paid is never refused. */
public enum SettlementRefusal implements Refusal {
    EFFECTIVE_TIME_IN_FUTURE(TopUpRefusal.EFFECTIVE_TIME_IN_FUTURE.advice()),
    EFFECTIVE_TIME_TOO_OLD(TopUpRefusal.EFFECTIVE_TIME_TOO_OLD.advice());

    private final String advice;

    SettlementRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
