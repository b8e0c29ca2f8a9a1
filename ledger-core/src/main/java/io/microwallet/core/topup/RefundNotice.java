package io.microwallet.core.topup;

import io.microwallet.core.refund.RefundPartId;

/** What a processor tells of a refund unasked. */
public record RefundNotice(RefundPartId key, RefundStatus status) implements ProcessorNotice {}
