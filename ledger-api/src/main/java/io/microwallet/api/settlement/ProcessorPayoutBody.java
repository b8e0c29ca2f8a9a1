package io.microwallet.api.settlement;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What finance reads in its bank account of a processor's payout. */
@Schema(name = "ProcessorPayoutReport")
public record ProcessorPayoutBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The code of a processor, as in simulator")
        @Nullable
        String processor,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                pattern = "[A-Za-z0-9._:-]{1,128}",
                description = "The processor's own name of the payout: told twice, it is booked once")
        @Nullable
        String reference,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What reached the bank account") @Nullable
        MoneyJson amount,

        @Schema(description = "What the processor kept before, in the same currency; nothing where it is left out")
        @Nullable
        MoneyJson fee,

        @Schema(
                format = "date-time",
                description = "When it reached the account, at most a year ago; now where it is left out")
        @Nullable
        String effectiveAt) {}
