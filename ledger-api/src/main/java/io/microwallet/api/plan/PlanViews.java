package io.microwallet.api.plan;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.membership.Plan;
import io.microwallet.core.membership.PlanId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans as clients of the same ledger see them. */
@Component
final class PlanViews {
    private final Books books;
    private final SealedTexts texts;

    PlanViews(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    @Schema(name = "Plan")
    record View(
            String id,
            @Nullable String name,

            @Schema(
                    allowableValues = {"offered", "retired"},
                    description = "A retired plan takes no new members; those that it has renew as ever")
            String status,

            MoneyJson price,
            int periodDays,
            @Nullable MoneyJson credit,
            @Nullable Integer creditLifetimeDays,
            int earlyAccessMinutes,

            @Schema(allowableValues = {"yes", "no"}) String memberPrice,

            List<PlanBody.CliffJson> cliffs,
            @Nullable String reference,
            String createdAt,
            @Nullable String retiredAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, PlanId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case Plan.Unborn _ -> throw Absences.exception(Absence.PLAN_NOT_FOUND);
            case Plan.Offered plan -> view(plan, null);
            case Plan.Retired plan -> view(plan.was(), plan.retiredAt());
        };
    }

    private View view(Plan.Offered plan, @Nullable Instant retiredAt) {
        var terms = plan.terms();
        var credit = terms.credit();
        var benefits = terms.benefits();
        return new View(
                plan.id().text(),
                texts.openOrNull(plan.ledger().value(), plan.name()),
                retiredAt == null ? "offered" : "retired",
                MoneyJson.of(terms.price()),
                terms.periodDays(),
                credit == null ? null : MoneyJson.of(credit),
                credit == null ? null : terms.creditLifetimeDays(),
                benefits.earlyAccessMinutes(),
                JsonNames.of(benefits.memberPrice()),
                benefits.cliffs().stream().map(PlanBody.CliffJson::of).toList(),
                texts.openOrNull(plan.ledger().value(), plan.reference()),
                Times.text(plan.createdAt()),
                Times.optional(retiredAt));
    }
}
