package io.microwallet.core.topup;

/** What a processor tells of a charge unasked; it may come twice, late and in any order. */
public record ChargeNotice(TopUpId key, ChargeStatus status) {}
