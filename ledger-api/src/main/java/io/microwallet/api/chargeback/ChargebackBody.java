package io.microwallet.api.chargeback;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What finance reports of a dispute that a processor told it of. */
@Schema(name = "ChargebackReport")
public record ChargebackBody(
        @Schema(description = "simulator where it is left out") @Nullable
        String processor,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The processor's own name of the dispute: told twice, it is booked once")
        @Nullable
        String dispute,

        @Schema(description = "The top-up that is disputed; left out where the payment is none of ours") @Nullable
        String topUp,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        MoneyJson amount,

        @Schema(description = "What the processor takes for it") @Nullable
        MoneyJson fee) {}
