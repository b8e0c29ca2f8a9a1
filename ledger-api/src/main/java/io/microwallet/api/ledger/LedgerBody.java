package io.microwallet.api.ledger;

import io.microwallet.api.http.json.JwkJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator sends to open a ledger. */
@Schema(name = "LedgerRequest")
public record LedgerBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"sandbox", "live"})
        @Nullable
        String mode,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "A region of the IANA time zone database")
        @Nullable
        String timeZone,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Admin admin) {

    /** The ledger's first client, of the scope admin. */
    @Schema(name = "FirstAdmin")
    public record Admin(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            JwkJson key) {}
}
