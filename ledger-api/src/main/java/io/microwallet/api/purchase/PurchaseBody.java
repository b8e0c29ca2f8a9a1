package io.microwallet.api.purchase;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to sell. */
@Schema(name = "PurchaseRequest")
public record PurchaseBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String merchant,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        MoneyJson amount,

        @Schema(description = "Where it is, if at a pop-up") @Nullable
        String popUp,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The till's order number") @Nullable
        String reference,

        @Schema(format = "date-time", description = "When it happened, if that was earlier") @Nullable
        String effectiveAt) {}
