package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.server.TopUpProcessing;
import io.microwallet.simulator.NotificationSignature;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor tells of refunds and disputes, in its own words and with its signature. */
class WebhooksTest {
    private static final int TAKEN = 204;
    private static final int TELL_AGAIN = 503;
    private static final int FORGED = 403;

    private final RunningService service = RunningService.shared();
    private final TestLedger ledger = service.sandbox();
    private final TestClient till = ledger.till("Entrance");
    private final TestClient finance = ledger.client("Books", "finance");
    private final String wallet = ledger.wallet(till, 0);

    @Test
    void a_refund_that_is_told_settled_twice_is_settled_once() {
        var refund = refundOf(topUp("tok_refund_late"));

        assertThat(told(refund.notice("settled"))).isEqualTo(TAKEN);

        assertThat(till.get("/v1/refunds/" + refund.id).expect(200).at("status"))
                .isEqualTo("settled");
        assertThat(changesNothing(refund.notice("settled"))).isEqualTo(TAKEN);
    }

    @Test
    void a_word_against_what_is_booked_is_looked_up_and_changes_nothing_while_that_is_not_clear() {
        var refund = refundOf(topUp("tok_refund_late"));
        assertThat(told(refund.notice("settled"))).isEqualTo(TAKEN);

        // The processor's own word comes three seconds after the refund.
        assertThat(changesNothing(refund.notice("failed"))).isIn(TELL_AGAIN, TAKEN);

        assertThat(till.get("/v1/refunds/" + refund.id).expect(200).at("status"))
                .isEqualTo("settled");
    }

    @Test
    void an_older_word_that_comes_last_is_looked_up_and_changes_nothing() {
        var refund = refundOf(topUp("tok_visa"));
        till.get("/v1/refunds/" + refund.id + "?wait=20").expect(200);

        assertThat(changesNothing(refund.notice("failed"))).isEqualTo(TAKEN);
        assertThat(changesNothing(refund.notice("pending"))).isEqualTo(TAKEN);
    }

    @Test
    void a_dispute_is_booked_once_in_whatever_order_and_however_often_it_is_told() {
        var topUp = topUp("tok_visa");

        assertThat(told(dispute(topUp, "won"))).isEqualTo(TAKEN);
        var seen = finance.get("/v1/chargebacks").expect(200);
        assertThat(seen.json().path("items")).hasSize(1);
        assertThat(seen.at("items/0/status")).isEqualTo("won");
        assertThat(till.get("/v1/wallets/" + wallet).expect(200).number("balances/0/available"))
                .isEqualTo(5_000);

        assertThat(changesNothing(dispute(topUp, "won"))).isEqualTo(TAKEN);
        assertThat(changesNothing(dispute(topUp, "lost"))).isEqualTo(TAKEN);
    }

    @Test
    void what_nobody_asked_for_is_taken_and_books_nothing() {
        var topUp = topUp("tok_visa");
        var refund = refundOf(topUp);
        till.get("/v1/refunds/" + refund.id + "?wait=20").expect(200);
        var other = new Refund(refund.id, otherThan(topUp, "tu_"));
        var unknown = new Refund(otherThan(refund.id, "re_"), topUp);

        assertThat(changesNothing(other.notice("settled"))).isEqualTo(TAKEN);
        assertThat(changesNothing(unknown.notice("failed"))).isEqualTo(TAKEN);
        assertThat(changesNothing(dispute(otherThan(topUp, "tu_"), "lost"))).isEqualTo(TAKEN);
    }

    @Test
    void what_the_processor_did_not_sign_is_not_read() {
        var notice = dispute(topUp("tok_visa"), "lost");
        var now = Instant.now();

        assertThat(send(notice, "")).isEqualTo(FORGED);
        assertThat(send(notice, "t=1,v1=" + "0".repeat(64))).isEqualTo(FORGED);
        assertThat(send(notice, signature().sign(bytes(notice.replace("5000", "4000")), now)))
                .isEqualTo(FORGED);
        assertThat(send(notice, signature().sign(bytes(notice), now.minusSeconds(400))))
                .isEqualTo(FORGED);
        var stranger = new NotificationSignature(new byte[32]);
        assertThat(send(notice, stranger.sign(bytes(notice), now))).isEqualTo(FORGED);
        assertThat(finance.get("/v1/chargebacks").expect(200).json().path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"type\":\"refund.created\"}",
                "{\"type\":\"refund.updated\",\"refund\":{\"key\":\"none\"}}",
                "{\"type\":\"dispute.updated\",\"dispute\":null}"
            })
    void what_makes_no_sense_books_nothing_though_it_is_signed(String notice) {
        assertThat(changesNothing(notice)).isEqualTo(FORGED);
    }

    private String topUp(String card) {
        return ledger.topUp(till, wallet, 5_000, card).at("id");
    }

    /** 5.00 on their way to a card. */
    private record Refund(String id, String topUp) {
        String notice(String status) {
            return """
                    {"type":"refund.updated","refund":{"id":"rf_1","key":"%s-%s","charge":"ch_1","status":"%s",\
                    "amount":500,"currency":"EUR"%s}}""".formatted(
                            id, topUp, status, status.equals("failed") ? ",\"failureCode\":\"account_closed\"" : "");
        }
    }

    private Refund refundOf(String topUp) {
        var baker = ledger.merchant("Candle & Clay", "third-party", 800);
        var purchase = till.post("/v1/purchases", TestLedger.sale(wallet, baker, 1_250))
                .expect(201)
                .at("id");
        var body = "{\"purchase\":\"%s\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"to\":\"source\"}";
        return new Refund(
                till.post("/v1/refunds", body.formatted(purchase)).expect(202).at("id"), topUp);
    }

    private static String dispute(String topUp, String status) {
        return """
                {"type":"dispute.updated","dispute":{"id":"dp_1","key":"%s","status":"%s","amount":5000,\
                "currency":"EUR","fee":1500}}""".formatted(topUp, status);
    }

    /** A well-formed id that nothing has. */
    private static String otherThan(String id, String prefix) {
        var last = id.charAt(id.length() - 1) == '0' ? '1' : '0';
        assertThat(id).startsWith(prefix);
        return id.substring(0, id.length() - 1) + last;
    }

    private int changesNothing(String notice) {
        var before = journal();
        var status = told(notice);
        assertThat(journal()).isEqualTo(before);
        return status;
    }

    private String journal() {
        return finance.get("/v1/exports/journal?format=csv").expect(200).text();
    }

    private int told(String notice) {
        return send(notice, signature().sign(bytes(notice), Instant.now()));
    }

    private NotificationSignature signature() {
        return service.part(TopUpProcessing.class).signature();
    }

    private static byte[] bytes(String notice) {
        return notice.getBytes(StandardCharsets.UTF_8);
    }

    private int send(String notice, String signature) {
        var request = HttpRequest.newBuilder(service.url().resolve("/v1/webhooks/simulator"))
                .header(NotificationSignature.HEADER, signature)
                .POST(BodyPublishers.ofByteArray(bytes(notice)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
