package io.microwallet.core.topup;

/** What a processor tells unasked; it may come twice, late and in any order. */
public sealed interface ProcessorNotice permits ChargeNotice, RefundNotice, DisputeNotice {}
