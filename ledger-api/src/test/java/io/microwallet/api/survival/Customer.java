package io.microwallet.api.survival;

import io.microwallet.api.running.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Sends one call after the other, and asks again with the same key where no answer comes. */
final class Customer implements Runnable {
    private static final long BACK_OFF_NANOS = 20_000_000;
    private static final long TOP_UP = 5_00;
    private static final int SPENT_AT_ONCE_MAX = 3_00;
    private static final long MORE_THAN_ANYBODY_HAS = 1_000_000_00;

    private final TestClient till;
    private final List<Crowd.Wallet> wallets;
    private final String merchant;
    private final String name;
    private final Random random;
    private final OutsideJournal journal;
    private final List<Order> done = new ArrayList<>();
    private int made;
    private volatile boolean isStopped;

    Customer(
            TestClient till,
            List<Crowd.Wallet> wallets,
            String merchant,
            String name,
            Random random,
            OutsideJournal journal) {
        this.till = till;
        this.wallets = wallets;
        this.merchant = merchant;
        this.name = name;
        this.random = random;
        this.journal = journal;
    }

    void stop() {
        isStopped = true;
    }

    @Override
    public void run() {
        try {
            while (!isStopped) {
                var order = next();
                if (random.nextInt(8) == 0) {
                    askTwiceAtOnce(order);
                } else {
                    ask(order);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            journal.broken(name + " gave up: " + e);
        }
    }

    private void askTwiceAtOnce(Order order) throws InterruptedException {
        var twin = Thread.startVirtualThread(() -> {
            try {
                order.sent().ifPresent(answer -> journal.acknowledge(order, answer));
            } catch (RuntimeException | AssertionError e) {
                journal.broken(name + " gave up: " + e);
            }
        });
        ask(order);
        twin.join();
    }

    private Order next() {
        if (!done.isEmpty() && random.nextInt(6) == 0) {
            return done.get(random.nextInt(done.size()));
        }
        var wallet = wallets.get(random.nextInt(wallets.size())).token();
        var key = name + made++;
        return switch (random.nextInt(10)) {
            case 0 -> Order.topUp(till, wallet, TOP_UP, "tok_visa", key);
            case 1 -> Order.topUp(till, wallet, TOP_UP, "tok_declined_insufficient_funds", key);
            case 2 -> Order.purchase(till, wallet, merchant, MORE_THAN_ANYBODY_HAS, key);
            default -> Order.purchase(till, wallet, merchant, 1 + random.nextInt(SPENT_AT_ONCE_MAX), key);
        };
    }

    /** Some go away without an answer: their calls are open. */
    private void ask(Order order) {
        var isPatient = random.nextInt(4) > 0;
        while (true) {
            var answer = order.sent();
            if (answer.isPresent()) {
                journal.acknowledge(order, answer.get());
                done.add(order);
                return;
            }
            if (isStopped || !isPatient) {
                journal.leaveOpen(order);
                return;
            }
            LockSupport.parkNanos(BACK_OFF_NANOS);
        }
    }
}
