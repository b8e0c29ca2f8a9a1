package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.audit.model.Step;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Log.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The outside journal: what was answered to each call, kept beside the log by somebody who only hears the answers. Each call has a key
 * of its own, its place in the journal.
 */
final class Acknowledged {
    private static final int KEYS_ASKED_AGAIN = 50;

    private final List<Answered> answers = new ArrayList<>();
    private int events;

    /** {@code position}: of the first event that it left, if it left one. */
    private record Answered(Step step, Decision decision, int position) {}

    void heard(Step step, Decision decision) {
        answers.add(new Answered(step, decision, events));
        events += left(decision).size();
    }

    private static List<Event> left(Decision decision) {
        return decision instanceof Decision.Accepted accepted ? accepted.events() : List.of();
    }

    /** 12: all that was acknowledged is in the log, in its order and at its time, and nothing else is. */
    void isWhatTheLogHolds(List<Entry> log) {
        assertThat(log).as("events, as many as were acknowledged").hasSize(events);
        for (var answer : answers) {
            var position = answer.position();
            for (var event : left(answer.decision())) {
                assertThat(log.get(position))
                        .isEqualTo(new Entry(position, event, answer.step().at()));
                position++;
            }
        }
    }

    /** 9: calls from all over the journal are answered as they were, over what had happened before them. */
    void isAnsweredOnce(Log log) {
        var stride = Math.max(1, answers.size() / KEYS_ASKED_AGAIN);
        for (var key = answers.size() % stride; key < answers.size(); key += stride) {
            var first = answers.get(key);
            var again = log.decideBefore(
                    first.position(), first.step().command(), first.step().at());
            assertThat(again).as("key %d", key).isEqualTo(first.decision());
        }
    }

    /** 10, but for the chain, which is the store's: {@code ContractTest} and {@code fsck} hold it against the log's bytes. */
    static void gaplessAndNeverBackwards(List<Entry> log) {
        var last = Instant.MIN;
        for (var i = 0; i < log.size(); i++) {
            assertThat(log.get(i).position()).as("positions are gapless").isEqualTo(i);
            assertThat(log.get(i).at()).as("time at position %d", i).isAfterOrEqualTo(last);
            last = log.get(i).at();
        }
    }
}
