package io.microwallet.simulator.server;

import io.microwallet.core.money.Money;
import java.time.Instant;

/**
 * One refund as the processor keeps it, for ever.
 *
 * @param card of the charge: what becomes of the refund is a function of it and of the time
 * @param changesAt when a late one settles, or fails after all
 */
record Refund(String key, String charge, String card, Money amount, Instant changesAt) {
    static final String FAILURE_CODE = "account_closed";

    enum Status {
        PENDING,
        SETTLED,
        FAILED
    }

    Status status(Instant now) {
        var later = !now.isBefore(changesAt);
        return switch (card) {
            case "tok_refund_late" -> later ? Status.SETTLED : Status.PENDING;
            case "tok_refund_fails" -> Status.FAILED;
            case "tok_refund_fails_late" -> later ? Status.FAILED : Status.SETTLED;
            default -> Status.SETTLED;
        };
    }

    /** Whether its status is another one later, so that it is notified then. */
    boolean changesLater() {
        return card.equals("tok_refund_late") || card.equals("tok_refund_fails_late");
    }

    /** The same order again, not another one under the same key. */
    boolean answers(Refund again) {
        return key.equals(again.key) && charge.equals(again.charge) && amount.equals(again.amount);
    }
}
