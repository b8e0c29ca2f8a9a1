package io.microwallet.api.topup;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to bring money in. */
@Schema(name = "TopUpRequest")
public record TopUpBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        MoneyJson amount,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The processor's token for the card, never its number")
        @Nullable
        String card,

        @Schema(description = "simulator where it is left out") @Nullable
        String processor,

        @Schema(description = "Where it is, if at a pop-up") @Nullable
        String popUp,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference,

        @Schema(format = "date-time", description = "When it happened, if that was earlier") @Nullable
        String effectiveAt) {}
