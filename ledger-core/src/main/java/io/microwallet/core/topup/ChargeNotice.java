package io.microwallet.core.topup;

/** What a processor tells of a charge unasked. */
public record ChargeNotice(TopUpId key, ChargeStatus status) implements ProcessorNotice {}
