package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of read, right after a write that was acknowledged, and while one is decided but not durable. */
class ReadsTest {
    private static final int WRITES = 10;

    private final Doors doors = new Doors();
    private RunningService service;
    private TestClient till;
    private TestClient finance;
    private String merchant;
    private String wallet;

    /** What a read tells of a purchase with this reference. */
    private record Read(TestClient client, String path, Function<TestAnswer, Boolean> shows) {
        TestAnswer answer() {
            return client.impatient().get(path);
        }

        /** The node serves again once its lock was heard from. */
        TestAnswer served() {
            var answer = new TestAnswer[1];
            Until.holds("a read of " + path, () -> {
                answer[0] = answer();
                return answer[0].status() != 503;
            });
            return answer[0].expect(200);
        }
    }

    @BeforeEach
    void start() {
        service = RunningService.startTuned(usual -> usual.withSteps(doors));
        TestLedger ledger = service.sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Office", "finance");
        merchant = ledger.merchant("Candle and Clay", "third-party", 0);
        wallet = ledger.wallet(till, 100_00);
    }

    @AfterEach
    void stop() {
        doors.openAll();
        service.close();
    }

    @Test
    void every_read_shows_every_acknowledged_write_while_the_indexer_stands_still() {
        doors.indexCommit.shut();
        for (var number = 1; number <= WRITES; number++) {
            var order = order(number);
            order.send().expect(201);
            for (var read : reads(order.key(), number).entrySet()) {
                var answer = read.getValue().answer().expect(200);
                assertThat(read.getValue().shows().apply(answer))
                        .as(read.getKey() + " after purchase " + number + ": " + answer)
                        .isTrue();
            }
        }
        doors.indexCommit.awaitArrival();
        doors.indexCommit.open();
        Until.holds(
                "everything indexed",
                () -> service.part(io.microwallet.eventstore.EventStore.class)
                                .health()
                                .indexLag()
                        == 0);
        reads(order(WRITES).key(), WRITES)
                .forEach((name, read) -> assertThat(
                                read.shows().apply(read.answer().expect(200)))
                        .as(name)
                        .isTrue());
        SoundStore.check(service.database());
    }

    @Test
    void no_read_shows_what_is_decided_but_not_durable() {
        var order = order(1);
        doors.commit.shut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var write = CompletableFuture.supplyAsync(order::send, threads);
            doors.commit.awaitArrival();
            var reads = reads(order.key(), 1);
            var early = new LinkedHashMap<String, CompletableFuture<TestAnswer>>();
            reads.forEach((name, read) -> early.put(name, CompletableFuture.supplyAsync(read::answer, threads)));
            early.forEach((name, answer) -> notShown(name, reads.get(name), answer.join()));
            assertThat(write).isNotDone();
            doors.commit.open();
            write.join().expect(201);
        }
        reads(order.key(), 1)
                .forEach((name, read) ->
                        assertThat(read.shows().apply(read.served())).as(name).isTrue());
    }

    /** The writer stands still, so after a second without a word of its lock the node serves nobody: a 503 is as good. */
    private static void notShown(String name, Read read, TestAnswer answer) {
        assertThat(answer.status()).as(name).isIn(200, 503);
        if (answer.status() == 200) {
            assertThat(read.shows().apply(answer)).as(name + " shows " + answer).isFalse();
        }
    }

    private Order order(int number) {
        return Order.purchase(till, wallet, merchant, 1_00, "sale-" + number);
    }

    private Map<String, Read> reads(String reference, int sold) {
        var left = 100_00 - sold * 1_00L;
        var reads = new LinkedHashMap<String, Read>();
        reads.put("balance", new Read(till, "/v1/wallets/" + wallet, a -> a.number("balances/0/available") == left));
        reads.put(
                "statement",
                new Read(
                        till,
                        "/v1/wallets/" + wallet + "/statement",
                        a -> a.at("entries/0/reference").equals(reference)
                                && a.number("entries/0/available/amount") == left));
        reads.put("trial balance", new Read(finance, "/v1/trial-balance", a -> sells(a) == sold * 1_00L));
        reads.put(
                "list",
                new Read(
                        till,
                        "/v1/purchases?limit=1",
                        a -> a.at("items/0/reference").equals(reference)));
        reads.put(
                "list by wallet",
                new Read(
                        till,
                        "/v1/purchases?wallet=" + wallet,
                        a -> a.at("items/0/reference").equals(reference)));
        reads.put(
                "search by reference",
                new Read(
                        till,
                        "/v1/purchases?reference=" + reference,
                        a -> a.json().path("items").size() == 1));
        reads.put(
                "export",
                new Read(
                        finance, "/v1/exports/journal?format=csv", a -> a.text().contains("," + reference + ",")));
        return reads;
    }

    /** What the merchants are owed. */
    private static long sells(TestAnswer trialBalance) {
        var sum = 0L;
        for (var account : trialBalance.json().path("accounts")) {
            if (account.path("account").asString("").contains("Merchant")) {
                sum -= account.path("balance").asLong();
            }
        }
        return sum;
    }
}
