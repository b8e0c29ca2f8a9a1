package io.microwallet.api.client;

import io.microwallet.api.http.json.JwkJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an admin sends to let somebody call. */
@Schema(name = "ClientRequest")
public record ClientBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"checkout", "finance", "admin"})
        @Nullable
        List<String> scopes,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        JwkJson key) {

    /** One more key for a client. */
    @Schema(name = "KeyRequest")
    public record Key(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            JwkJson key) {}
}
