package io.microwallet.api.limits;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of a ledger: all of them as they are shown, and as an admin changes them those that are named. */
@Schema(name = "Limits")
public record LimitsBody(
        @Schema(description = "What a wallet may hold and await, by currency; one that is not named has no limit")
        @Nullable
        List<MoneyJson> balance,

        @Schema(description = "What may be topped up at once, by currency; one that is not named has no limit")
        @Nullable
        List<MoneyJson> topUp,

        @Schema(
                minimum = "1",
                maximum = "1000",
                description = "How many top-ups a wallet may ask for on a day of the ledger's time zone")
        @Nullable
        Long topUpsADay,

        @Schema(minimum = "1", maximum = "100", description = "Holds open at once") @Nullable
        Long openHolds,

        @Schema(minimum = "1", maximum = "1000", description = "Top-ups and credits with something left, or awaited")
        @Nullable
        Long openLots,

        @Schema(minimum = "1", maximum = "366", description = "How long a refund into expired credit can be spent")
        @Nullable
        Long refundGraceDays) {

    static LimitsBody of(Limits limits) {
        return new LimitsBody(
                limits.balance().stream().map(MoneyJson::of).toList(),
                limits.topUp().stream().map(MoneyJson::of).toList(),
                (long) limits.topUpsADay(),
                (long) limits.openHolds(),
                (long) limits.openLots(),
                (long) limits.refundGraceDays());
    }

    LimitsChange change() {
        return new LimitsChange(
                amounts("/balance", balance, Limits.BALANCE_MAX),
                amounts("/topUp", topUp, Limits.TOP_UP_MAX),
                number("/topUpsADay", topUpsADay, Limits.TOP_UPS_A_DAY_MAX),
                number("/openHolds", openHolds, Limits.OPEN_HOLDS_MAX),
                number("/openLots", openLots, Limits.OPEN_LOTS_MAX),
                number("/refundGraceDays", refundGraceDays, Limits.REFUND_GRACE_DAYS_MAX));
    }

    private static @Nullable Integer number(String pointer, @Nullable Long value, int max) {
        return value == null ? null : (int) Fields.integer(pointer, value, 1, max);
    }

    private static @Nullable List<Money> amounts(String pointer, @Nullable List<MoneyJson> values, long max) {
        if (values == null) {
            return null;
        }
        var amounts = new ArrayList<Money>();
        var currencies = new HashSet<Currency>();
        for (var value : values) {
            var place = pointer + '/' + amounts.size();
            var amount = Fields.amount(place, value);
            if (amount.amount() > max) {
                throw ProblemCode.INVALID_FIELD.at(place + "/amount", "A limit is at most " + max + " minor units.");
            }
            if (!currencies.add(amount.currency())) {
                throw ProblemCode.INVALID_FIELD.at(place + "/currency", "A currency has one limit.");
            }
            amounts.add(amount);
        }
        return amounts;
    }
}
