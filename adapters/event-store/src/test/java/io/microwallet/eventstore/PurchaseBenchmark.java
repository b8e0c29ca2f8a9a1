package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.eur;

import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Durable purchases a second through the port, beside single-row commits on the same database. Run it by hand: seconds, wallets. */
final class PurchaseBenchmark {
    private PurchaseBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        var database = Stores.database();
        System.out.printf("single-row commits, 32 connections: %,d/s%n", singleRows(database, seconds));
        try (var store = EventStore.open(Stores.settings(database))) {
            var till = Till.open(store.decisions());
            var wallets = wallets(till, 10_000);
            run("warm-up", store, till, wallets, 1_000, seconds);
            run("10,000 wallets, 1,000 in flight", store, till, wallets, 1_000, seconds);
            run("10,000 wallets, 64 in flight", store, till, wallets, 64, seconds);
            run("one wallet, 1,000 in flight", store, till, List.of(wallets.getFirst()), 1_000, seconds);
            if (!store.health().isGreen()) {
                throw new IllegalStateException(store.health().toString());
            }
        }
        System.exit(0);
    }

    private static List<WalletId> wallets(Till till, int count) {
        var opened = new ArrayList<CompletableFuture<WalletId>>();
        var openers = java.util.concurrent.Executors.newFixedThreadPool(
                64, Thread.ofVirtual().factory());
        for (var i = 0; i < count; i++) {
            opened.add(CompletableFuture.supplyAsync(() -> till.wallet(eur(1_000_000_000)), openers));
        }
        return opened.stream().map(CompletableFuture::join).toList();
    }

    private static void run(String name, EventStore store, Till till, List<WalletId> wallets, int inFlight, int seconds)
            throws InterruptedException {
        var free = new Semaphore(inFlight);
        var successes = new AtomicLong();
        var others = new AtomicLong();
        var latencies = new long[1 << 20];
        var samples = new AtomicInteger();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var from = store.books().open().position();
        var begin = System.nanoTime();
        var cpu = cpuNanos();
        while (System.nanoTime() < until) {
            free.acquire();
            var wallet = wallets.get(ThreadLocalRandom.current().nextInt(wallets.size()));
            var sentAt = System.nanoTime();
            till.send(Operation.PURCHASE, till.purchase(wallet, eur(1))).thenAccept(outcome -> {
                (outcome instanceof Outcome.Decided ? successes : others).incrementAndGet();
                latencies[samples.getAndIncrement() & latencies.length - 1] = System.nanoTime() - sentAt;
                free.release();
            });
        }
        free.acquire(inFlight);
        var elapsed = System.nanoTime() - begin;
        var sorted = Arrays.copyOf(latencies, Math.min(latencies.length, samples.get()));
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %,d/s, %.1f µs of this JVM's CPU each, p50 %.2f ms, p99 %.2f ms, %d others, %,d events, index lag %,d%n",
                name,
                successes.get() * 1_000_000_000L / elapsed,
                (cpuNanos() - cpu) / 1_000.0 / successes.get(),
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                others.get(),
                store.books().open().position() - from,
                store.health().indexLag());
    }

    /** What the machine's other users cannot change. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long singleRows(TestDatabase database, int seconds) throws Exception {
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            statement.execute("CREATE TABLE single_row (id bigserial PRIMARY KEY, body bytea NOT NULL)");
        }
        var count = new AtomicLong();
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 32; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                var body = new byte[800];
                try (var connection = database.owner().connect();
                        var insert = connection.prepareStatement("INSERT INTO single_row (body) VALUES (?)")) {
                    while (System.nanoTime() < until) {
                        insert.setBytes(1, body);
                        insert.executeUpdate();
                        count.incrementAndGet();
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return count.get() / seconds;
    }
}
