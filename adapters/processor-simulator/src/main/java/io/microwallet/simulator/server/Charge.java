package io.microwallet.simulator.server;

import io.microwallet.core.money.Money;
import java.time.Instant;

/** One charge as the processor keeps it, for ever. {@code settlesAt} is when it stops being pending. */
record Charge(String key, String card, Money amount, Instant settlesAt) {

    enum Status {
        SUCCEEDED,
        DECLINED,
        PENDING
    }

    Status status(Instant now) {
        if (now.isBefore(settlesAt)) {
            return Status.PENDING;
        }
        return testCard().approves() ? Status.SUCCEEDED : Status.DECLINED;
    }

    Charge settlingAt(Instant later) {
        return new Charge(key, card, amount, later);
    }

    TestCard testCard() {
        return TestCard.of(card, key);
    }

    /** The same order again, not another one under the same key. */
    boolean answers(Charge again) {
        return key.equals(again.key) && card.equals(again.card) && amount.equals(again.amount);
    }
}
