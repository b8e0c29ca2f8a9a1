package io.microwallet.api.page.receipt;

import io.microwallet.api.page.view.Wording;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in words for its member.
 *
 * @param at RFC 3339, for machines
 * @param when the same, for people: when it happened
 * @param recorded when it reached the ledger, if that was another time
 * @param parts what it was paid with, in burn-down order, one line a kind
 */
public record ReceiptView(
        String number,
        String shop,
        String amount,
        String at,
        String when,
        @Nullable String recorded,
        List<Part> parts,
        String available) {

    /** What lots of one kind paid. */
    public record Part(String kind, String amount) {}

    public static ReceiptView of(Receipt receipt, Wording wording) {
        var effective = receipt.effective();
        var at = effective == null ? receipt.at() : effective;
        return new ReceiptView(
                receipt.purchase().text(),
                receipt.merchantName() == null ? "A shop" : receipt.merchantName(),
                wording.amount(receipt.amount()),
                at.toString(),
                wording.moment(at),
                recorded(receipt.at(), effective, wording),
                parts(receipt.draws(), wording),
                wording.amount(receipt.available()));
    }

    private static @Nullable String recorded(Instant at, @Nullable Instant effective, Wording wording) {
        return effective == null ? null : wording.moment(at);
    }

    /** Credit burns down before cash, so that adding up by kind keeps the order; the signed receipt has every draw. */
    private static List<Part> parts(List<Lot> draws, Wording wording) {
        var sums = new LinkedHashMap<LotKind, Money>();
        draws.forEach(draw -> sums.merge(draw.kind(), draw.amount(), Money::plus));
        return sums.entrySet().stream()
                .map(sum -> new Part(title(sum.getKey()), wording.amount(sum.getValue())))
                .toList();
    }

    private static String title(LotKind kind) {
        return switch (kind) {
            case CASH -> "Paid from top-ups";
            case CREDIT -> "Paid from credit";
        };
    }
}
