package io.microwallet.api.drop;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an admin sends to announce a drop. */
@Schema(name = "DropRequest")
public record DropBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String merchant,

        @Schema(description = "Where it is sold, if at a pop-up") @Nullable
        String popUp,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minimum = "1",
                maximum = "1000000",
                description = "How many units there are")
        @Nullable
        Long stock,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        MoneyJson price,

        @Schema(description = "What members pay whose plan gives it, at most the price") @Nullable
        MoneyJson memberPrice,

        @Schema(
                allowableValues = {"nobody", "members"},
                description =
                        "Who may buy before it opens, by as many minutes as the plan gives; nobody if it is left out")
        @Nullable
        String earlyAccess,

        @Schema(minimum = "1", description = "How many units one wallet may have; all of them if it is left out")
        @Nullable
        Long capAWallet,

        @Schema(
                minimum = "60",
                maximum = "2592000",
                description = "How long a hold keeps a unit; 900 if it is left out")
        @Nullable
        Long holdSeconds,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String opensAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String closesAt,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
