package io.microwallet.api.credit;

import io.microwallet.api.http.json.FunderJson;
import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client sends to give a credit. */
@Schema(name = "CreditRequest")
public record CreditBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        MoneyJson amount,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        FunderJson funder,

        @Schema(format = "date-time", description = "When what is left of it goes back; never if absent") @Nullable
        String expiresAt,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
