package io.microwallet.api.survival;

import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Customers at several tills of one ledger, who pay, top up, are refused, and send the same call again. */
final class Crowd {
    static final long IN_EACH_WALLET = 20_00;
    private static final int TILLS = 4;
    private static final int WALLETS_A_TILL = 2;
    private static final int CUSTOMERS_A_TILL = 2;

    private final OutsideJournal journal = new OutsideJournal();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Wallet> wallets = new ArrayList<>();
    private final TestClient finance;
    private final String merchant;

    /** A wallet as its till names it. */
    record Wallet(TestClient till, String token) {
        long available() {
            return till.get("/v1/wallets/" + token).expect(200).number("balances/0/available");
        }
    }

    /** @param service where it is at the moment: kills move it */
    Crowd(TestLedger ledger, Supplier<URI> service, long seed) {
        var random = new Random(seed);
        merchant = ledger.merchant("Candle and Clay", "third-party", 800);
        finance = ledger.client("Office", "finance");
        for (var number = 0; number < TILLS; number++) {
            var till = ledger.till("Till " + number);
            var mine = new ArrayList<Wallet>();
            for (var wallet = 0; wallet < WALLETS_A_TILL; wallet++) {
                mine.add(new Wallet(till, ledger.wallet(till, IN_EACH_WALLET)));
            }
            wallets.addAll(mine);
            for (var customer = 0; customer < CUSTOMERS_A_TILL; customer++) {
                var name = "s" + seed + "-t" + number + "-c" + customer + '-';
                customers.add(
                        new Customer(till.at(service), mine, merchant, name, new Random(random.nextLong()), journal));
            }
        }
    }

    OutsideJournal journal() {
        return journal;
    }

    List<Wallet> wallets() {
        return wallets;
    }

    TestClient finance() {
        return finance;
    }

    /** One more small purchase, for a test to send by itself. */
    Order order(String key) {
        var wallet = wallets.getFirst();
        return Order.purchase(wallet.till(), wallet.token(), merchant, 1, key);
    }

    void start() {
        customers.forEach(customer -> threads.add(Thread.startVirtualThread(customer)));
    }

    /** Until so many more calls were answered. */
    void awaitAnswers(int more) {
        var wanted = journal.size() + more;
        Until.holds("answers under load", () -> journal.size() >= wanted);
    }

    /** Nobody begins another call; those under way are answered or stay open. */
    void stop() throws InterruptedException {
        customers.forEach(Customer::stop);
        for (var thread : threads) {
            thread.join();
        }
        threads.clear();
    }
}
