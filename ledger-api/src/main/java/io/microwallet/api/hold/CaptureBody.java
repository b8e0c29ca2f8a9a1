package io.microwallet.api.hold;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to capture a hold. */
@Schema(name = "CaptureRequest")
public record CaptureBody(
        @Schema(description = "All that is held, if it is left out") @Nullable
        MoneyJson amount,

        @JsonProperty("final")
        @Schema(description = "Lets go of what is left; true where no amount is named, false otherwise")
        @Nullable
        Boolean isFinal,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The hold's own, if it is left out") @Nullable
        String reference) {}
