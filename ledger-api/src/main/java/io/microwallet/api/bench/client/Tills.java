package io.microwallet.api.bench.client;

import io.microwallet.api.bench.load.Tally;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends prepared calls over so many connections, one at a time on each. */
final class Tills {
    private static final String LOST = "lost";

    private final URI service;
    private final int groupOf;
    private final List<byte[]> calls;
    private final AtomicInteger next = new AtomicInteger();

    /** @param groupOf purchases in each call */
    Tills(URI service, List<byte[]> calls, int groupOf) {
        this.service = service;
        this.calls = calls;
        this.groupOf = groupOf;
    }

    /** Until then, or until all are sent. @param end by the clock of nanoTime */
    Tally run(int connections, long end) {
        var tally = new Tally();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < connections; i++) {
                threads.execute(() -> sell(end, tally));
            }
        }
        tally.end();
        return tally;
    }

    private void sell(long end, Tally tally) {
        while (System.nanoTime() < end && next.get() < calls.size()) {
            try (var connection = new Connection(service)) {
                sell(connection, end, tally);
            } catch (IOException _) {
                tally.other(LOST);
            }
        }
    }

    private void sell(Connection connection, long end, Tally tally) throws IOException {
        while (connection.isKept() && System.nanoTime() < end) {
            var number = next.getAndIncrement();
            if (number >= calls.size()) {
                return;
            }
            var sent = System.nanoTime();
            var response = connection.call(calls.get(number));
            var successes = PreparedCalls.successes(response.status(), response.body(), groupOf);
            for (var i = 0; i < successes; i++) {
                tally.success(sent);
            }
            if (successes < groupOf) {
                tally.other(Integer.toString(response.status()));
            }
        }
    }
}
