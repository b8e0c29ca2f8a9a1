package io.microwallet.eventstore.check.replay;

import io.microwallet.core.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What was asked to be sent, and what was said of it since. Each is said to be sent once and to be failed once, in any
 * order: a second word would move the money again.
 */
final class Sendings<K> {
    private final Map<K, Sending> all = new HashMap<>();

    private enum Stage {
        ASKED,
        SETTLED,
        FAILED,
        BOTH
    }

    private record Sending(Money amount, Stage stage) {}

    /** Whether it was not asked before. */
    boolean ask(K key, Money amount) {
        return all.putIfAbsent(key, new Sending(amount, Stage.ASKED)) == null;
    }

    /** Whether so much of it was asked, and not said to be sent before. */
    boolean settle(K key, Money amount) {
        return move(key, amount, Stage.FAILED, Stage.SETTLED);
    }

    /** Whether so much of it was asked, and not said to be failed before. */
    boolean fail(K key, Money amount) {
        return move(key, amount, Stage.SETTLED, Stage.FAILED);
    }

    private boolean move(K key, Money amount, Stage other, Stage stage) {
        var sending = all.get(key);
        if (sending == null || !sending.amount.equals(amount)) {
            return false;
        }
        if (sending.stage != Stage.ASKED && sending.stage != other) {
            return false;
        }
        all.put(key, new Sending(amount, sending.stage == other ? Stage.BOTH : stage));
        return true;
    }
}
