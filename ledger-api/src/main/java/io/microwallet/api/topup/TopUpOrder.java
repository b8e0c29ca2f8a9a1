package io.microwallet.api.topup;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.vault.WalletToken;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body, once every field of it is as it should be. */
record TopUpOrder(
        WalletToken wallet,
        Money amount,
        CardToken card,
        ProcessorId processor,
        @Nullable PopUpId popUp,
        Optional<String> reference,
        Optional<Instant> effective) {
    private static final String DEFAULT_PROCESSOR = "simulator";

    static TopUpOrder of(TopUpBody body) {
        return new TopUpOrder(
                ClientWallets.parse("/wallet", body.wallet()),
                Fields.amount("/amount", body.amount()),
                card(body.card()),
                processor(body.processor()),
                body.popUp() == null ? null : Ids.parse("/popUp", body.popUp(), PopUpId::parse, "pop_"),
                Fields.reference("/reference", body.reference()),
                Fields.time("/effectiveAt", body.effectiveAt()));
    }

    private static CardToken card(@Nullable String value) {
        var text = Fields.withoutCardNumber("/card", Fields.required("/card", value));
        return Fields.parsed(
                "/card", text, CardToken::new, "The processor's token for the card: 1 to 64 of A-Z a-z 0-9 _ -");
    }

    private static ProcessorId processor(@Nullable String value) {
        return Fields.parsed(
                "/processor",
                value == null ? DEFAULT_PROCESSOR : value,
                ProcessorId::new,
                "The code of a processor, as in simulator.");
    }
}
