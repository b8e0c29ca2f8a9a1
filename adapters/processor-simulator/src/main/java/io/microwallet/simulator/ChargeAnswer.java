package io.microwallet.simulator;

import io.microwallet.core.money.Money;
import io.microwallet.core.topup.ChargeNotice;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the processor writes; what does not make sense is an {@link NoAnswerException}, never a guess. */
final class ChargeAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ChargeAnswer() {}

    static ChargeStatus read(TopUpId key, byte[] body) throws NoAnswerException {
        var notice = sensible(body, ChargeAnswer::charge);
        if (!notice.key().equals(key)) {
            throw new NoAnswerException("the processor answered for another key");
        }
        return notice.status();
    }

    /** The code of an error's body. */
    static String error(byte[] body) throws NoAnswerException {
        return sensible(body, json -> json.required("error").stringValue());
    }

    static ChargeNotice charge(JsonNode json) {
        var key = TopUpId.parse(json.required("key").stringValue());
        return new ChargeNotice(
                key,
                switch (json.required("status").stringValue()) {
                    case "succeeded" -> succeeded(json);
                    case "declined" ->
                        new ChargeStatus.Declined(
                                new DeclineCode(json.required("declineCode").stringValue()));
                    case "pending" -> new ChargeStatus.Pending();
                    default -> throw new IllegalArgumentException("no such status");
                });
    }

    private static ChargeStatus succeeded(JsonNode json) {
        var amount = amount(json);
        return new ChargeStatus.Succeeded(
                new ProcessorReference(json.required("id").stringValue()), amount);
    }

    /** @throws IllegalArgumentException for no positive amount of a currency */
    static Money amount(JsonNode json) {
        return Money.of(
                        json.required("amount").longValue(),
                        json.required("currency").stringValue())
                .positive();
    }

    static <T> T sensible(byte[] body, Function<JsonNode, T> reading) throws NoAnswerException {
        try {
            return reading.apply(JSON.readTree(body));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new NoAnswerException(e);
        }
    }
}
