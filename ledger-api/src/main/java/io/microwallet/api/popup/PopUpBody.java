package io.microwallet.api.popup;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an admin sends to announce a pop-up. */
@Schema(name = "PopUpRequest")
public record PopUpBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String opensAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String closesAt,

        @Schema(description = "A region of the IANA database; the ledger's own if it is left out") @Nullable
        String timeZone,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
