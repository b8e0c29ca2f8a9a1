package io.microwallet.api.purchase;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.core.wallet.Lot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What one lot paid, in minor units; draws are shown in the order in which lots burn down. */
@Schema(name = "Draw")
public record DrawView(
        @Schema(allowableValues = {"cash", "credit"}) String kind, long amount) {
    public static List<DrawView> of(List<Lot> draws) {
        return draws.stream()
                .map(draw ->
                        new DrawView(JsonNames.of(draw.kind()), draw.amount().amount()))
                .toList();
    }
}
