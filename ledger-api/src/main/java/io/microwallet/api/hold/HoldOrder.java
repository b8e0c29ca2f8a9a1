package io.microwallet.api.hold;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.vault.WalletToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body, once every field of it is as it should be. */
sealed interface HoldOrder {
    WalletToken wallet();

    Optional<String> reference();

    /** A unit of a drop, at its price. */
    record Unit(WalletToken wallet, DropId drop, Optional<String> reference) implements HoldOrder {}

    /** A deposit for a merchant. */
    record Deposit(
            WalletToken wallet,
            MerchantId merchant,
            Money amount,
            int seconds,
            @Nullable PopUpId popUp,
            Optional<String> reference)
            implements HoldOrder {}

    long SECONDS = 900;

    static HoldOrder of(HoldBody body) {
        var wallet = ClientWallets.parse("/wallet", body.wallet());
        var reference = Fields.reference("/reference", body.reference());
        if (body.drop() == null) {
            return deposit(wallet, body, reference);
        }
        var drop = Ids.parse("/drop", body.drop(), DropId::parse, "dr_");
        forbid("/merchant", body.merchant());
        forbid("/amount", body.amount());
        forbid("/expiresInSeconds", body.expiresInSeconds());
        forbid("/popUp", body.popUp());
        return new Unit(wallet, drop, reference);
    }

    private static Deposit deposit(WalletToken wallet, HoldBody body, Optional<String> reference) {
        var seconds = body.expiresInSeconds();
        return new Deposit(
                wallet,
                Ids.parse("/merchant", Fields.required("/merchant", body.merchant()), MerchantId::parse, "m_"),
                Fields.amount("/amount", body.amount()),
                (int) Fields.integer(
                        "/expiresInSeconds",
                        seconds == null ? Long.valueOf(SECONDS) : seconds,
                        Offer.HOLD_SECONDS_MIN,
                        Offer.HOLD_SECONDS_MAX),
                body.popUp() == null ? null : Ids.parse("/popUp", body.popUp(), PopUpId::parse, "pop_"),
                reference);
    }

    private static void forbid(String pointer, @Nullable Object value) {
        if (value != null) {
            throw ProblemCode.INVALID_FIELD.at(pointer, "A drop says this itself: leave it out.");
        }
    }
}
