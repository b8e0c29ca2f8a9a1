package io.microwallet.api.sandbox;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far an admin lets time pass: one of the two. */
@Schema(name = "ClockRequest")
public record ClockBody(
        @Schema(minimum = "1", maximum = "315619200", description = "By so many seconds") @Nullable
        Long forwardSeconds,

        @Schema(format = "date-time", description = "Or to this time of the ledger's clock") @Nullable
        String to) {}
