package io.microwallet.api.batch;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client sends to have many writes decided in one call. */
@Schema(name = "BatchRequest")
public record BatchBody(
        @Schema(description = "true: all items happen or none does; false, if left out: each has its own outcome")
        @Nullable
        Boolean atomic,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 1000, decided in this order") @Nullable
        List<@Nullable Item> items) {

    /** One write, as it would be called by itself. */
    @Schema(name = "BatchItem")
    public record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "POST") @Nullable
            String method,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/v1/purchases") @Nullable
            String path,

            @Schema(type = "object", implementation = Object.class, description = "Left out where the call takes none")
            @Nullable
            JsonNode body) {}
}
