package io.microwallet.api.chargeback;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of it; all of it, if nothing is named. */
@Schema(name = "OptionalAmount")
public record AmountBody(
        @Nullable MoneyJson amount,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {}
