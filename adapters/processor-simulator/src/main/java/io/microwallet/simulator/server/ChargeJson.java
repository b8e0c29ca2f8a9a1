package io.microwallet.simulator.server;

import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The processor's wire format. */
final class ChargeJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ChargeJson() {}

    /** @throws RuntimeException for anything but an amount above zero, a currency and a card */
    static Charge read(String key, byte[] body, Instant settlesAt) {
        var json = JSON.readTree(body);
        var amount = Money.of(
                json.required("amount").longValue(), json.required("currency").stringValue());
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing to charge");
        }
        var card = new CardToken(json.required("card").stringValue());
        return new Charge(key, card.value(), amount, settlesAt);
    }

    static byte[] write(Charge charge, Instant now) {
        return bytes(object(charge, now));
    }

    static byte[] notice(Charge charge, Instant now) {
        var event = JSON.createObjectNode().put("type", "charge.updated");
        event.set("charge", object(charge, now));
        return bytes(event);
    }

    static byte[] error(String code) {
        return bytes(JSON.createObjectNode().put("error", code));
    }

    private static ObjectNode object(Charge charge, Instant now) {
        var status = charge.status(now);
        var object = JSON.createObjectNode()
                .put("id", idOf(charge.key()))
                .put("key", charge.key())
                .put("status", status.name().toLowerCase(Locale.ROOT))
                .put("amount", charge.amount().amount())
                .put("currency", charge.amount().currency().code());
        return status == Charge.Status.DECLINED
                ? object.put("declineCode", charge.testCard().declineCode())
                : object;
    }

    /** The processor's own id of the charge with a key. */
    static String idOf(String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return "ch_" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
