package io.microwallet.api.page.receipt;

import io.microwallet.api.http.json.AnswerJson;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.core.wallet.Lot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of a receipt, as JSON in this order.
 *
 * @param version of these members and their meanings
 */
record SignedReceipt(
        int version,
        LedgerJson ledger,
        String purchase,
        String at,
        @Nullable String effectiveAt,
        MerchantJson merchant,
        MoneyJson amount,
        List<DrawJson> draws,
        MoneyJson available) {
    private static final int VERSION = 1;

    record LedgerJson(@Nullable String name, String mode) {}

    record MerchantJson(String id, @Nullable String name) {}

    record DrawJson(String kind, MoneyJson amount) {
        static DrawJson of(Lot draw) {
            return new DrawJson(JsonNames.of(draw.kind()), MoneyJson.of(draw.amount()));
        }
    }

    static SignedReceipt of(Receipt receipt) {
        return new SignedReceipt(
                VERSION,
                new LedgerJson(receipt.ledger(), JsonNames.of(receipt.mode())),
                receipt.purchase().text(),
                Times.text(receipt.at()),
                Times.optional(receipt.effective()),
                new MerchantJson(receipt.merchant().text(), receipt.merchantName()),
                MoneyJson.of(receipt.amount()),
                receipt.draws().stream().map(DrawJson::of).toList(),
                MoneyJson.of(receipt.available()));
    }

    byte[] json() {
        return AnswerJson.bytes(this);
    }
}
