package io.microwallet.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.docs.DocumentedExamplesTest.Documented;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestLedger;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.projection.Projections;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every documented write, tried out before it is done: says what would be, and leaves nothing at all. */
class DryRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DRY = "dry-run=true";

    private static RunningService service;
    private static ExampleWorld world;

    @BeforeAll
    static void start() throws Exception {
        DocumentedExamplesTest.read();
        service = RunningService.start();
        world = new ExampleWorld(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Documented> writes() {
        return DocumentedExamplesTest.operations()
                .filter(documented -> !documented.method().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_dry_run_leaves_nothing_and_the_call_itself_succeeds_under_the_same_key(Documented documented) {
        var prepared = world.prepared(documented, DocumentedExamplesTest.body(documented.operation()));
        var key = UUID.randomUUID().toString();
        var before = quiet();
        var position = service.position();
        var dry = send(prepared.call(key, DRY)).expect(200);
        assertThat(dry.json().path("dryRun").asBoolean()).isTrue();
        assertThat(dry.replayed()).isFalse();
        assertThat(service.position()).isEqualTo(position);
        assertThat(quiet()).isEqualTo(before);
        var status = Integer.parseInt(DocumentedExamplesTest.successOf(documented.operation()));
        var real = send(prepared.call(key, "")).expect(status);
        assertThat(timeless(dry.json())).isEqualTo(timeless(real.json()));
    }

    @Test
    void a_dry_run_is_refused_as_the_call_would_be_and_the_key_stays_free() {
        var ledger = service.sandbox();
        var till = ledger.till("Entrance");
        var merchant = ledger.merchant("Clay", "third-party", 0);
        var wallet = ledger.wallet(till, 0);
        var sale = TestLedger.sale(wallet, merchant, 5_00);
        var key = UUID.randomUUID().toString();
        var before = quiet();
        var dry = till.post("/v1/purchases?" + DRY, sale, key).expect(422);
        assertThat(dry.at("code")).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(quiet()).isEqualTo(before);
        ledger.topUp(till, wallet, 5_00, "tok_visa");
        till.post("/v1/purchases?" + DRY, sale, key).expect(200);
        till.post("/v1/purchases", sale, key).expect(201);
        till.post("/v1/purchases?" + DRY, sale, key).expect(422);
        till.post("/v1/purchases", sale, key).expect(201);
    }

    @Test
    void what_is_not_there_is_not_there_for_a_dry_run_either() {
        var ledger = service.sandbox();
        var till = ledger.till("Entrance");
        var elsewhere = service.sandbox().merchant("Elsewhere", "own", 0);
        var sale = TestLedger.sale(ledger.wallet(till, 1_00), elsewhere, 50);
        assertThat(till.post("/v1/purchases?" + DRY, sale).expect(404).at("code"))
                .isEqualTo("MERCHANT_NOT_FOUND");
    }

    @Test
    void a_misspelt_rehearsal_does_nothing_and_a_read_has_none() {
        var ledger = service.sandbox();
        var till = ledger.till("Entrance");
        var before = quiet();
        for (var query :
                Set.of("dry-run=yes", "dry-run=", "dry-run=TRUE", "dryRun=true", "dry-run=true&dry-run=true")) {
            till.post("/v1/wallets?" + query, "{}").expect(400);
        }
        till.get("/v1/wallets?" + DRY).expect(400);
        assertThat(quiet()).isEqualTo(before);
        till.post("/v1/wallets?dry-run=false", "{}").expect(201);
    }

    private static TestAnswer send(ExampleWorld.Call call) {
        return call.client().send(call.request());
    }

    /** Everything in the database, once nothing is on its way any more. */
    private static Map<String, String> quiet() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var position = service.position();
            var isIndexed = service.part(EventStore.class).health().indexLag() == 0;
            var isProjected = service.part(Projections.class).lag() == 0;
            var tables = Tables.of(service.database());
            var nothingPends = tables.getOrDefault("pending_top_up", "").startsWith("0 rows");
            if (isIndexed && isProjected && nothingPends && service.position() == position) {
                return tables;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new AssertionError("something is always under way");
    }

    /** Ids, amounts and codes are the same; the clock has gone on, and a position is that of the moment. */
    private static Map<String, Object> timeless(JsonNode answer) {
        var members = new TreeMap<String, Object>();
        ((ObjectNode) answer).properties().forEach(member -> {
            if (!member.getKey().equals("dryRun")
                    && !member.getKey().equals("position")
                    && !isTime(member.getValue())) {
                members.put(member.getKey(), plain(member.getValue()));
            }
        });
        return members;
    }

    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            return timeless(value);
        }
        return value.isArray() ? value.valueStream().map(DryRunTest::plain).toList() : value;
    }

    private static boolean isTime(JsonNode value) {
        try {
            return value.isString() && Instant.parse(value.asString()) != null;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
