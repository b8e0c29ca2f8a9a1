package io.microwallet.api.refund;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client sends to give a purchase back. */
@Schema(name = "RefundRequest")
public record RefundBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String purchase,

        @Schema(description = "All that is left of the purchase, if it is left out") @Nullable
        MoneyJson amount,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"wallet", "source"},
                description = "The wallet, at once; or the cards that the cash came from, and credit to the wallet")
        @Nullable
        String to,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference,

        @Schema(format = "date-time", description = "When it happened, if that was earlier") @Nullable
        String effectiveAt) {}
