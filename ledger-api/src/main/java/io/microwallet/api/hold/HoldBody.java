package io.microwallet.api.hold;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to hold: either {@code drop}, or {@code merchant} and {@code amount}. */
@Schema(
        name = "HoldRequest",
        description = "Either a drop, whose price and hold time count, or a merchant and an amount: a deposit.")
public record HoldBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(description = "Holds one of its units, and its price") @Nullable
        String drop,

        @Schema(description = "Of a deposit: for whom it is") @Nullable
        String merchant,

        @Schema(description = "Of a deposit") @Nullable MoneyJson amount,

        @Schema(minimum = "60", maximum = "2592000", description = "Of a deposit; 900 if it is left out") @Nullable
        Long expiresInSeconds,

        @Schema(description = "Of a deposit: where it is taken, if at a pop-up") @Nullable
        String popUp,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The till's order number") @Nullable
        String reference) {}
