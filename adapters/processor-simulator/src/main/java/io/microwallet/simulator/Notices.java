package io.microwallet.simulator;

import io.microwallet.core.money.Money;
import io.microwallet.core.topup.DisputeNotice;
import io.microwallet.core.topup.ProcessorNotice;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import tools.jackson.databind.JsonNode;

/** Reads what the processor tells unasked. */
final class Notices {
    private Notices() {}

    static ProcessorNotice read(byte[] body) throws NoAnswerException {
        return ChargeAnswer.sensible(body, json -> switch (json.required("type").stringValue()) {
            case "charge.updated" -> ChargeAnswer.charge(json.required("charge"));
            case "refund.updated" -> RefundAnswer.refund(json.required("refund"));
            case "dispute.updated" -> dispute(json.required("dispute"));
            default -> throw new IllegalArgumentException("no such notification");
        });
    }

    private static DisputeNotice dispute(JsonNode json) {
        var amount = ChargeAnswer.amount(json);
        var fee = json.required("fee").longValue();
        return new DisputeNotice(
                TopUpId.parse(json.required("key").stringValue()),
                new ProcessorReference(json.required("id").stringValue()),
                amount,
                fee == 0 ? null : new Money(fee, amount.currency()),
                switch (json.required("status").stringValue()) {
                    case "lost" -> null;
                    case "won" -> amount;
                    default -> throw new IllegalArgumentException("no such status");
                });
    }
}
