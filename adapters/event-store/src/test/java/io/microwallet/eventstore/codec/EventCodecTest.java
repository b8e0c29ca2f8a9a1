package io.microwallet.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    /** Every stored form that was ever written; a line may be added, and none changed. */
    private static final Path CORPUS = Path.of("src/test/resources/stored-events.jsonl");

    private static List<String> corpus() {
        try {
            return Files.readAllLines(CORPUS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(RecordedEvent recorded) {
        var out = new JsonBuffer(16);
        EventCodec.write(out, recorded);
        return new String(out.array(), 0, out.length(), StandardCharsets.US_ASCII);
    }

    private static RecordedEvent read(String json, long position) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return EventCodec.read(bytes, 0, bytes.length, position);
    }

    static Stream<RecordedEvent> samples() {
        return Samples.recorded().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_written_as_the_corpus_has_it_and_read_back_the_same(RecordedEvent recorded) {
        assertThat(corpus().contains(json(recorded)))
                .as("the corpus has the line " + json(recorded))
                .isTrue();
        assertThat(read(json(recorded), recorded.position())).isEqualTo(recorded);
    }

    @Test
    void a_form_of_an_older_version_is_read_into_the_newest() {
        var then = corpus().stream()
                .filter(line -> line.startsWith("{\"t\":\"purchased\",\"v\":1"))
                .findFirst()
                .orElseThrow();

        var now = (Purchased) read(then, 0).event();
        var sample = (Purchased) Samples.recorded().get(20).event();

        assertThat(now.lots())
                .containsExactly(
                        Lot.credit(
                                sample.lots().getFirst().id(),
                                Money.of(500, "EUR"),
                                Instant.EPOCH,
                                null,
                                Funder.ledger()),
                        Lot.cash(sample.lots().getLast().id(), Money.of(2_000, "EUR"), Instant.EPOCH));
        assertThat(json(read(then, 0))).startsWith("{\"f\":2,\"t\":\"purchased\",\"v\":2");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_an_earlier_release_spelled_out_is_read_as_the_event_that_it_was(RecordedEvent recorded) {
        var name = EventCatalog.nameOf(recorded.event().getClass());
        var begins =
                "{\"t\":\"" + name.name() + "\",\"v\":" + name.version() + ",\"at\":" + Micros.of(recorded.at()) + ",";

        assertThat(corpus().stream().filter(line -> line.startsWith(begins)))
                .singleElement()
                .satisfies(line -> assertThat(read(line, recorded.position())).isEqualTo(recorded));
    }

    @Test
    void the_corpus_has_every_name_and_version_of_the_catalog() {
        var names = EventCatalog.entries().stream()
                .map(entry -> "{\"f\":2,\"t\":\"" + entry.name().name() + "\",\"v\":"
                        + entry.name().version() + ",")
                .collect(Collectors.toSet());
        assertThat(names).allMatch(name -> corpus().stream().anyMatch(line -> line.startsWith(name)));
    }

    @Test
    void whoever_changes_a_byte_of_a_stored_event_is_found_out_or_stores_another_event() {
        for (var line : corpus()) {
            for (var i = 0; i < line.length(); i++) {
                var changed = line.substring(0, i) + (line.charAt(i) == ' ' ? '_' : ' ') + line.substring(i + 1);
                assertThatThrownBy(() -> {
                            var event = read(changed, 0);
                            assertThat(json(event)).isNotEqualTo(json(read(line, 0)));
                            throw new IllegalArgumentException("another event");
                        })
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", ",", "}", "x"})
    void nothing_may_follow_an_event(String rest) {
        assertThatThrownBy(() -> read(corpus().getFirst() + rest, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_type_version_or_field_is_refused() {
        var frozen = corpus().stream()
                .filter(l -> l.startsWith("{\"f\":2,\"t\":\"wallet-frozen"))
                .findFirst()
                .orElseThrow();
        for (var changed : List.of(
                frozen.replace("wallet-frozen", "wallet-frosted"),
                frozen.replace("\"v\":1", "\"v\":2"),
                frozen.replace("\"d\":{", "\"d\":{\"stranger\":1,"),
                frozen.replaceAll("\"d\":\\{.*", "\"d\":{}}"))) {
            assertThatThrownBy(() -> read(changed, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_the_event_has_named_already_is_not_said_again() {
        var sale = json(Samples.recorded().get(21));
        var client = "c_01J0000000E018000000000002";
        var wallet = "w_01J0000000E02R000000000005";
        for (var changed : List.of(
                sale.replace("\"d\":{", "\"d\":{\"ledger\":\"l_01J0000000E00R000000000001\","),
                sale.replace("\"amount\":[", "\"client\":\"" + client + "\",\"amount\":["),
                sale.replace("Wallet:*:", "Wallet:" + wallet + ":"),
                sale.replace("Sales:*", "Sales:m_01J0000000E028000000000004"))) {
            assertThat(changed).isNotEqualTo(sale);
            assertThatThrownBy(() -> read(changed, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void another_client_wallet_or_merchant_is_spelled_out() {
        var sale = json(Samples.recorded().get(21));
        var other = "01J0000000E0ZZ000000000009";
        for (var changed : List.of(
                sale.replace("\"d\":{", "\"d\":{\"ledger\":\"l_" + other + "\","),
                sale.replace("\"amount\":[1200", "\"client\":\"c_" + other + "\",\"amount\":[1200"),
                sale.replace("Wallet:*:", "Wallet:w_" + other + ":"),
                sale.replace("Sales:*", "Sales:m_" + other))) {
            assertThat(changed).contains(other);
            assertThat(json(read(changed, 0))).isEqualTo(changed);
        }
    }

    @Test
    void an_account_whose_owner_nobody_named_is_refused() {
        for (var line : corpus()) {
            if (line.contains("Assets:Bank\"")) {
                var changed = line.replace("Assets:Bank", "Assets:Receivable:Chargebacks:*");
                assertThatThrownBy(() -> read(changed, 0)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 9_007_199_254_740_991L, Long.MAX_VALUE})
    void a_number_has_the_digits_that_everybody_writes(long number) {
        for (var signed : List.of(number, -number)) {
            var out = new JsonBuffer(1);
            out.number(signed);
            assertThat(new String(out.array(), 0, out.length(), StandardCharsets.US_ASCII))
                    .isEqualTo(Long.toString(signed));
        }
    }

    @Test
    void a_text_that_would_need_an_escape_cannot_be_stored() {
        for (var text : List.of("a\"b", "a\\b", "a\nb", "é")) {
            assertThatThrownBy(() -> new JsonBuffer(8).text(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
