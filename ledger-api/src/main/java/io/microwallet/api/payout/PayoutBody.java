package io.microwallet.api.payout;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What finance sends to pay a merchant out. */
@Schema(name = "PayoutRequest")
public record PayoutBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String merchant,

        @Schema(description = "All that the merchant is owed, if it is left out") @Nullable
        MoneyJson amount,

        @Schema(
                pattern = "[A-Z]{3}",
                description = "For all that it is owed in one currency, where it is owed money in more than one")
        @Nullable
        String currency,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "Finance's own number for it") @Nullable
        String reference) {}
