package io.microwallet.api.popup;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.popup.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when. */
@Schema(name = "Window")
public record WindowBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String opensAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date-time") @Nullable
        String closesAt) {

    /** The window, once both times are as they should be. */
    public Window window() {
        var opens = time("/opensAt", opensAt);
        var closes = time("/closesAt", closesAt);
        if (!closes.isAfter(opens)) {
            throw ProblemCode.INVALID_FIELD.at("/closesAt", "A window closes after it opens.");
        }
        return new Window(opens, closes);
    }

    private static Instant time(String pointer, @Nullable String text) {
        Fields.required(pointer, text);
        return Fields.time(pointer, text).orElseThrow();
    }
}
