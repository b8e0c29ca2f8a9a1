package io.microwallet.api.merchant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an admin sends to add a seller. */
@Schema(name = "MerchantRequest")
public record MerchantBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"third-party", "own"},
                description = "third-party: sales are owed to it; own: sales are income")
        @Nullable
        String kind,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minimum = "0",
                maximum = "10000",
                description = "Our share of its sales, in hundredths of a per cent; 0 for an own shop")
        @Nullable
        Long commissionBasisPoints,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
