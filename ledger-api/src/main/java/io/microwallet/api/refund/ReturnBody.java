package io.microwallet.api.refund;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client may send to return unspent money. */
@Schema(name = "ReturnUnspentRequest")
public record ReturnBody(
        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
