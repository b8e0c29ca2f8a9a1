package io.microwallet.api.refund;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.wallet.Lot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a refund: what went to the wallet, and what goes to each card. */
final class RefundLines {
    private RefundLines() {}

    /** What is spendable again, in the wallet's own lots. */
    @Schema(name = "RefundedLot")
    record LotLine(
            @Schema(allowableValues = {"cash", "credit"}) String kind,
            MoneyJson amount,
            @Nullable String expires) {
        static List<LotLine> of(List<Lot> lots) {
            return lots.stream()
                    .map(lot -> new LotLine(
                            JsonNames.of(lot.kind()), MoneyJson.of(lot.amount()), Times.optional(lot.expires())))
                    .toList();
        }
    }

    /** What a processor sends back to one top-up's card. */
    @Schema(name = "RefundPart")
    record PartLine(
            String topUp,
            String processor,
            MoneyJson amount,

            @Schema(allowableValues = {"requested", "settled", "failed", "unclaimed"})
            String status,

            @Schema(description = "Why the processor could not, in its own word") @Nullable
            String failureCode) {
        static List<PartLine> requested(List<RefundPart> parts) {
            return parts.stream().map(part -> of(part, "requested", null)).toList();
        }

        static PartLine of(RefundPart part, String status, @Nullable String failureCode) {
            return new PartLine(
                    part.topUp().text(), part.processor().value(), MoneyJson.of(part.amount()), status, failureCode);
        }
    }
}
