package io.microwallet.api.plan;

import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.Cliff;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an admin sends to offer a membership. */
@Schema(name = "PlanRequest")
public record PlanBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of one period, paid in advance") @Nullable
        MoneyJson price,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "3660") @Nullable
        Long periodDays,

        @Schema(description = "Given at the begin of each period, in the currency of the price") @Nullable
        MoneyJson credit,

        @Schema(
                minimum = "1",
                maximum = "3660",
                description = "How long that credit can be spent; needed where there is one")
        @Nullable
        Long creditLifetimeDays,

        @Schema(
                minimum = "0",
                maximum = "10080",
                description = "How much earlier than others a member may buy a drop; 0 if absent")
        @Nullable
        Long earlyAccessMinutes,

        @Schema(
                allowableValues = {"yes", "no"},
                description = "Whether members pay the member price of a drop; no if absent")
        @Nullable
        String memberPrice,

        @Schema(description = "Credits for visiting so many different pop-ups, at most 10") @Nullable
        List<CliffJson> cliffs,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}") @Nullable String reference) {

    /** Whoever was at so many different pop-ups gets a credit, once a membership. */
    @Schema(name = "Cliff")
    public record CliffJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "100") @Nullable
            Long popUps,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            MoneyJson credit,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "3660") @Nullable
            Long lifetimeDays) {

        static CliffJson of(Cliff cliff) {
            return new CliffJson((long) cliff.popUps(), MoneyJson.of(cliff.credit()), (long) cliff.lifetimeDays());
        }
    }

    /** The terms, once every field of them is as it should be. */
    PlanTerms terms() {
        var cost = bounded("/price", price);
        var days = (int) Fields.integer("/periodDays", periodDays, 1, PlanTerms.PERIOD_DAYS_MAX);
        var given = credit == null ? null : inCurrency("/credit", credit, cost.currency());
        return new PlanTerms(cost, days, given, lifetime(), benefits(cost.currency()));
    }

    private int lifetime() {
        if (credit == null && creditLifetimeDays != null) {
            throw ProblemCode.INVALID_FIELD.at("/creditLifetimeDays", "There is no credit that could live so long.");
        }
        return credit == null
                ? 0
                : (int) Fields.integer("/creditLifetimeDays", creditLifetimeDays, 1, PlanTerms.LIFETIME_DAYS_MAX);
    }

    private Benefits benefits(Currency currency) {
        var minutes = earlyAccessMinutes == null
                ? 0
                : (int) Fields.integer("/earlyAccessMinutes", earlyAccessMinutes, 0, Benefits.EARLY_ACCESS_MINUTES_MAX);
        var memberPays =
                memberPrice == null ? MemberPrice.NO : Fields.choice("/memberPrice", memberPrice, MemberPrice.class);
        return new Benefits(minutes, memberPays, cliffs(currency));
    }

    private List<Cliff> cliffs(Currency currency) {
        var asked = cliffs == null ? List.<CliffJson>of() : cliffs;
        if (asked.size() > Benefits.CLIFFS_MAX) {
            throw ProblemCode.INVALID_FIELD.at("/cliffs", "A plan has at most " + Benefits.CLIFFS_MAX + " cliffs.");
        }
        var known = new ArrayList<Cliff>();
        for (var i = 0; i < asked.size(); i++) {
            var cliff = cliff("/cliffs/" + i, asked.get(i), currency);
            if (!known.isEmpty() && known.getLast().popUps() >= cliff.popUps()) {
                throw ProblemCode.INVALID_FIELD.at(
                        "/cliffs/" + i + "/popUps", "Cliffs stand at rising numbers of pop-ups.");
            }
            known.add(cliff);
        }
        return known;
    }

    private static Cliff cliff(String pointer, CliffJson json, Currency currency) {
        return new Cliff(
                (int) Fields.integer(pointer + "/popUps", json.popUps(), 1, Cliff.POP_UPS_MAX),
                inCurrency(pointer + "/credit", json.credit(), currency),
                (int) Fields.integer(pointer + "/lifetimeDays", json.lifetimeDays(), 1, PlanTerms.LIFETIME_DAYS_MAX));
    }

    private static Money inCurrency(String pointer, @Nullable MoneyJson json, Currency currency) {
        var amount = bounded(pointer, json);
        if (amount.currency() != currency) {
            throw ProblemCode.INVALID_FIELD.at(pointer + "/currency", "A plan has one currency, that of its price.");
        }
        return amount;
    }

    private static Money bounded(String pointer, @Nullable MoneyJson json) {
        var amount = Fields.amount(pointer, json);
        if (amount.amount() > TopUpRules.AMOUNT_MAX) {
            throw ProblemCode.INVALID_FIELD.at(
                    pointer + "/amount", "At most " + TopUpRules.AMOUNT_MAX + " minor units are expected.");
        }
        return amount;
    }
}
