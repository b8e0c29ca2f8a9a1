package io.microwallet.api.survival;

import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Everybody wants one at the same moment, through one checkout client with so many connections; each asks until told. */
final class DropRace {
    private static final int CONNECTIONS = 256;
    private static final long BACK_OFF_NANOS = 20_000_000;
    private static final long SECONDS_MAX = 120;
    private static final Set<Integer> ASK_AGAIN = Set.of(429, 503, 504);

    private final TestClient overlay;
    private final String drop;
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final CountDownLatch begin = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, TestAnswer> winners = new ConcurrentHashMap<>();
    private final Map<String, TestAnswer> losers = new ConcurrentHashMap<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    DropRace(TestClient overlay, String drop) {
        this.overlay = overlay;
        this.drop = drop;
    }

    void start(List<String> wallets) {
        wallets.forEach(wallet -> threads.submit(() -> buy(wallet)));
        begin.countDown();
    }

    int winners() {
        return winners.size();
    }

    int told() {
        return winners.size() + losers.size() + strange.size();
    }

    /** The answers of those who hold a unit, by wallet. */
    Map<String, TestAnswer> holds() {
        return winners;
    }

    Map<String, TestAnswer> soldOut() {
        return losers;
    }

    Queue<String> strange() {
        return strange;
    }

    void finish() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new AssertionError("only " + told() + " were told");
        }
    }

    static String key(String wallet) {
        return "race-" + wallet;
    }

    TestAnswer ask(String wallet, String key) {
        var body = "{\"wallet\":\"" + wallet + "\",\"drop\":\"" + drop + "\"}";
        return overlay.post("/v1/holds", body, key);
    }

    private void buy(String wallet) {
        try {
            begin.await();
            while (!isTold(wallet)) {
                LockSupport.parkNanos(BACK_OFF_NANOS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            strange.add(wallet + ": " + e);
        }
    }

    private boolean isTold(String wallet) throws InterruptedException {
        connections.acquire();
        try {
            var answer = ask(wallet, key(wallet));
            if (ASK_AGAIN.contains(answer.status())) {
                return false;
            }
            note(wallet, answer);
            return true;
        } catch (UncheckedIOException _) {
            return false;
        } finally {
            connections.release();
        }
    }

    private void note(String wallet, TestAnswer answer) {
        if (answer.status() == 201) {
            winners.put(wallet, answer);
        } else if (answer.status() == 422 && answer.at("code").equals("DROP_SOLD_OUT")) {
            losers.put(wallet, answer);
        } else {
            strange.add(wallet + ": " + answer);
        }
    }
}
