package io.microwallet.simulator;

import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.RefundNotice;
import io.microwallet.core.topup.RefundStatus;
import tools.jackson.databind.JsonNode;

/** Reads what the processor writes of refunds; what does not make sense is an {@link NoAnswerException}, never a guess. */
final class RefundAnswer {
    private RefundAnswer() {}

    static RefundStatus read(RefundPartId key, byte[] body) throws NoAnswerException {
        var notice = ChargeAnswer.sensible(body, RefundAnswer::refund);
        if (!notice.key().equals(key)) {
            throw new NoAnswerException("the processor answered for another key");
        }
        return notice.status();
    }

    static RefundNotice refund(JsonNode json) {
        var key = RefundPartId.parse(json.required("key").stringValue());
        return new RefundNotice(
                key,
                switch (json.required("status").stringValue()) {
                    case "settled" ->
                        new RefundStatus.Settled(
                                new ProcessorReference(json.required("id").stringValue()), ChargeAnswer.amount(json));
                    case "failed" ->
                        new RefundStatus.Failed(
                                new DeclineCode(json.required("failureCode").stringValue()));
                    case "pending" -> new RefundStatus.Pending();
                    default -> throw new IllegalArgumentException("no such status");
                });
    }
}
