package io.microwallet.api.http.json;

import io.microwallet.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount in JSON: whole minor units and a currency of ISO 4217. */
@Schema(name = "Money", description = "Whole minor units (1250 is 12.50 EUR) and a currency of ISO 4217.")
public record MoneyJson(
        @Schema(example = "1250", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Long amount,

        @Schema(example = "EUR", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.amount(), money.currency().code());
    }
}
