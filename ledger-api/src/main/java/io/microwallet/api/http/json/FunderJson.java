package io.microwallet.api.http.json;

import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.wallet.Funder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who pays for a credit. */
@Schema(name = "Funder", description = "Who pays for a credit: the ledger, or a merchant that is named.")
public record FunderJson(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"plan", "ledger", "merchant"},
                description = "plan is what a membership gives by itself, and is not asked for")
        @Nullable
        String kind,

        @Schema(description = "Where the kind is merchant") @Nullable
        String merchant) {

    public static @Nullable FunderJson of(@Nullable Funder funder) {
        if (funder == null) {
            return null;
        }
        var merchant = funder.merchant();
        return new FunderJson(JsonNames.of(funder.kind()), merchant == null ? null : merchant.text());
    }

    /** A 400 for a plan: what a membership gives is not asked for. */
    public Funder funder() {
        return switch (Fields.choice("/funder/kind", kind, Funder.Kind.class)) {
            case PLAN ->
                throw ProblemCode.INVALID_FIELD.at("/funder/kind", "One of these is expected: ledger, merchant");
            case LEDGER -> byLedger();
            case MERCHANT ->
                Funder.merchant(Ids.parse(
                        "/funder/merchant", Fields.required("/funder/merchant", merchant), MerchantId::parse, "m_"));
        };
    }

    private Funder byLedger() {
        if (merchant != null) {
            throw ProblemCode.INVALID_FIELD.at(
                    "/funder/merchant", "A merchant is named where it pays, and nowhere else.");
        }
        return Funder.ledger();
    }
}
