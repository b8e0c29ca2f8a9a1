package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.TestAnswer;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What clients were told, kept outside of the service: each key, its call, and the first answer's status and bytes. */
final class OutsideJournal {
    private final Map<String, Entry> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Order> open = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    record Entry(Order order, int status, byte[] body) {
        private boolean isSame(TestAnswer answer) {
            return status == answer.status() && java.util.Arrays.equals(body, answer.body());
        }

        TestAnswer answer() {
            return new TestAnswer(status, java.net.http.HttpHeaders.of(Map.of(), (_, _) -> true), body);
        }
    }

    /** An answer arrived; a second one for the same key must be the first again. */
    void acknowledge(Order order, TestAnswer answer) {
        var first = acknowledged.putIfAbsent(order.key(), new Entry(order, answer.status(), answer.body()));
        if (first != null && !first.isSame(answer)) {
            broken.add(order.key() + " was " + first.answer() + " and then " + answer);
        }
    }

    /** Sent, and never answered: it may have been done or not. */
    void leaveOpen(Order order) {
        open.put(order.key(), order);
    }

    void broken(String what) {
        broken.add(what);
    }

    int size() {
        return acknowledged.size();
    }

    int openCalls() {
        return open.size();
    }

    Collection<Entry> entries() {
        return acknowledged.values();
    }

    Stream<Entry> entries(String path, int status) {
        return entries().stream().filter(entry -> entry.order().path().equals(path) && entry.status() == status);
    }

    /** Asks every open call again, with its key, until it has its one outcome. */
    void settleOpenCalls() {
        open.values().forEach(order -> acknowledge(order, order.untilDecided()));
        open.clear();
    }

    /** Sends every acknowledged call again: byte for byte the same, and marked as a replay. */
    void replay() {
        for (var entry : entries()) {
            var answer = entry.order().untilDecided();
            acknowledge(entry.order(), answer);
            if (!answer.replayed()) {
                broken.add(entry.order().key() + " was decided anew");
            }
        }
        assertThat(broken).isEmpty();
    }
}
