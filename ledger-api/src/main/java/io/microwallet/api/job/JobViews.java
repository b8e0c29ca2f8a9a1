package io.microwallet.api.job;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jobs as clients of the same ledger see them. */
@Component
final class JobViews {
    private final Books books;
    private final SealedTexts texts;

    JobViews(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    @Schema(name = "Job")
    record View(
            String id,
            String popUp,

            @Schema(allowableValues = {"running", "done"}) String status,

            @Schema(description = "How many wallets there were, once it is done") @Nullable
            Integer wallets,

            @Schema(description = "How many of them money went back from") @Nullable
            Integer returned,

            @Schema(description = "How many did not, by what stood in the way") @Nullable
            List<RefusedLine> refused,

            @Schema(description = "All that went back, by currency") @Nullable
            List<MoneyJson> amounts,

            @Nullable String reference,
            String startedAt,
            @Nullable String finishedAt) {}

    @Schema(name = "JobRefused")
    record RefusedLine(String code, int count) {
        static RefusedLine of(Refused refused) {
            return new RefusedLine(refused.code().value(), refused.count());
        }
    }

    /** A 404 for one of another ledger. */
    View of(Caller caller, JobId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case Job.Unborn _ -> throw Absences.exception(Absence.JOB_NOT_FOUND);
            case Job.Running job ->
                new View(
                        id.text(),
                        job.order().popUp().text(),
                        "running",
                        null,
                        null,
                        null,
                        null,
                        reference(job.order()),
                        Times.text(job.startedAt()),
                        null);
            case Job.Done job -> done(job, job.totals());
        };
    }

    private View done(Job.Done job, ReturnTotals totals) {
        return new View(
                job.order().job().text(),
                job.order().popUp().text(),
                "done",
                totals.wallets(),
                totals.returned(),
                totals.refused().stream().map(RefusedLine::of).toList(),
                totals.amounts().stream().map(MoneyJson::of).toList(),
                reference(job.order()),
                Times.text(job.startedAt()),
                Times.text(job.finishedAt()));
    }

    private @Nullable String reference(UnspentReturnOrdered order) {
        var reference = order.reference();
        return reference == null
                ? null
                : texts.open(order.ledger().value(), reference).orElse(null);
    }
}
