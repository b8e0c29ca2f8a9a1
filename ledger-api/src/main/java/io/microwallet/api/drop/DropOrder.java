package io.microwallet.api.drop;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.popup.WindowBody;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.popup.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body, once every field of it is as it should be. */
record DropOrder(
        MerchantId merchant,
        @Nullable PopUpId popUp,
        String name,
        Offer offer,
        Window window,
        Optional<String> reference) {
    private static final long HOLD_SECONDS = 900;

    static DropOrder of(DropBody body) {
        return new DropOrder(
                Ids.parse("/merchant", Fields.required("/merchant", body.merchant()), MerchantId::parse, "m_"),
                body.popUp() == null ? null : Ids.parse("/popUp", body.popUp(), PopUpId::parse, "pop_"),
                Fields.name("/name", body.name()),
                offer(body),
                new WindowBody(body.opensAt(), body.closesAt()).window(),
                Fields.reference("/reference", body.reference()));
    }

    private static Offer offer(DropBody body) {
        var stock = (int) Fields.integer("/stock", body.stock(), 1, Offer.STOCK_MAX);
        var price = Fields.amount("/price", body.price());
        return new Offer(
                stock,
                price,
                memberPrice(body.memberPrice(), price),
                body.earlyAccess() == null
                        ? EarlyAccess.NOBODY
                        : Fields.choice("/earlyAccess", body.earlyAccess(), EarlyAccess.class),
                (int) Fields.integer("/capAWallet", or(body.capAWallet(), stock), 1, stock),
                (int) Fields.integer(
                        "/holdSeconds",
                        or(body.holdSeconds(), HOLD_SECONDS),
                        Offer.HOLD_SECONDS_MIN,
                        Offer.HOLD_SECONDS_MAX));
    }

    private static @Nullable Money memberPrice(@Nullable MoneyJson asked, Money price) {
        if (asked == null) {
            return null;
        }
        var money = Fields.amount("/memberPrice", asked);
        if (money.currency() != price.currency() || money.amount() > price.amount()) {
            throw ProblemCode.INVALID_FIELD.at(
                    "/memberPrice", "A member pays at most the price, and in the same currency.");
        }
        return money;
    }

    private static Long or(@Nullable Long value, long otherwise) {
        return value == null ? Long.valueOf(otherwise) : value;
    }
}
