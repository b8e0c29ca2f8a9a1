package io.microwallet.simulator.server;

import io.microwallet.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The processor's wire format of refunds and disputes, and how refunds are kept. */
final class RefundJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long DISPUTE_FEE = 1_500;
    private static final int DIGITS_OF_ID = 3;

    private RefundJson() {}

    /** What is asked for: a charge by its id, and a positive amount. @throws RuntimeException for anything else */
    static Asked read(byte[] body) {
        var json = JSON.readTree(body);
        return new Asked(json.required("charge").stringValue(), amount(json).positive());
    }

    record Asked(String charge, Money amount) {}

    static byte[] write(Refund refund, Instant now) {
        return ChargeJson.bytes(object(refund, now));
    }

    static byte[] notice(Refund refund, Instant now) {
        var event = JSON.createObjectNode().put("type", "refund.updated");
        event.set("refund", object(refund, now));
        return ChargeJson.bytes(event);
    }

    /** All of a charge is disputed, once. */
    static byte[] dispute(Charge charge, String status) {
        var event = JSON.createObjectNode().put("type", "dispute.updated");
        event.set(
                "dispute",
                JSON.createObjectNode()
                        .put("id", "dp_" + ChargeJson.idOf(charge.key()).substring(DIGITS_OF_ID))
                        .put("key", charge.key())
                        .put("status", status)
                        .put("amount", charge.amount().amount())
                        .put("currency", charge.amount().currency().code())
                        .put("fee", DISPUTE_FEE));
        return ChargeJson.bytes(event);
    }

    private static ObjectNode object(Refund refund, Instant now) {
        var status = refund.status(now);
        var object = JSON.createObjectNode()
                .put("id", "rf_" + ChargeJson.idOf(refund.key()).substring(DIGITS_OF_ID))
                .put("key", refund.key())
                .put("charge", refund.charge())
                .put("status", status.name().toLowerCase(Locale.ROOT))
                .put("amount", refund.amount().amount())
                .put("currency", refund.amount().currency().code());
        return status == Refund.Status.FAILED ? object.put("failureCode", Refund.FAILURE_CODE) : object;
    }

    static String line(Refund refund) {
        return new String(
                ChargeJson.bytes(JSON.createObjectNode()
                        .put("key", refund.key())
                        .put("refundOf", refund.charge())
                        .put("card", refund.card())
                        .put("amount", refund.amount().amount())
                        .put("currency", refund.amount().currency().code())
                        .put("changesAt", refund.changesAt().toString())),
                StandardCharsets.UTF_8);
    }

    static Refund refund(String key, JsonNode line) {
        return new Refund(
                key,
                line.required("refundOf").asString(),
                line.required("card").asString(),
                amount(line),
                Instant.parse(line.required("changesAt").asString()));
    }

    private static Money amount(JsonNode json) {
        return Money.of(
                json.required("amount").longValue(), json.required("currency").asString());
    }
}
