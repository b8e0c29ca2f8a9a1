package io.microwallet.api.job;

import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.job.worker.JobProgress;
import io.microwallet.api.job.worker.ReturnsOfPopUp;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.job.Job;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.ledger.LedgerId;
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
    private final ReturnsOfPopUp returns;

    JobViews(Books books, SealedTexts texts, ReturnsOfPopUp returns) {
        this.books = books;
        this.texts = texts;
        this.returns = returns;
    }

    @Schema(name = "Job")
    record View(
            String id,
            String popUp,

            @Schema(allowableValues = {"running", "done"}) String status,

            @Schema(description = "Left out until they are counted") @Nullable
            Wallets wallets,

            @Schema(description = "What went back so far, by currency") @Nullable
            List<MoneyJson> amounts,

            @Schema(description = "Wallets that were passed over and keep what they have, by what stood in the way")
            @Nullable
            List<Line> refusals,

            @Schema(
                    description =
                            "Wallets that are asked again by themselves, by what kept them; only while it is running")
            @Nullable
            List<Line> waiting,

            @Nullable String reference,
            String startedAt,
            @Nullable String finishedAt) {}

    @Schema(name = "JobWallets")
    record Wallets(
            int total,

            @Schema(
                    description =
                            "How many have been asked: those that money went back from, and those that were passed over")
            int done,

            int returned,
            int refused) {
        static Wallets of(int total, ReturnTotals totals) {
            return new Wallets(total, totals.wallets(), totals.returned(), totals.wallets() - totals.returned());
        }
    }

    @Schema(name = "JobLine")
    record Line(String code, int count) {
        static List<Line> of(List<Refused> lines) {
            return lines.stream()
                    .map(line -> new Line(line.code().value(), line.count()))
                    .toList();
        }
    }

    /** A 404 for one of another ledger. */
    View of(LedgerId ledger, JobId id) {
        // Asked for first: what is done by then is in the books.
        var progress = returns.progress(id);
        return switch (books.read(id).within(ledger)) {
            case Job.Unborn _ -> throw Absences.exception(Absence.JOB_NOT_FOUND);
            case Job.Running job ->
                progress.map(it -> running(job, it)).orElseGet(() -> view(job, "running", null, null, null, null));
            case Job.Done job ->
                view(
                        job,
                        "done",
                        Wallets.of(job.totals().wallets(), job.totals()),
                        job.totals(),
                        null,
                        Times.text(job.finishedAt()));
        };
    }

    private View running(Job.Running job, JobProgress progress) {
        return view(
                job,
                "running",
                Wallets.of(progress.total(), progress.soFar()),
                progress.soFar(),
                Line.of(progress.waiting()),
                null);
    }

    private View view(
            Job.Ordered job,
            String status,
            @Nullable Wallets wallets,
            @Nullable ReturnTotals totals,
            @Nullable List<Line> waiting,
            @Nullable String finishedAt) {
        return new View(
                job.order().job().text(),
                job.order().popUp().text(),
                status,
                wallets,
                totals == null
                        ? null
                        : totals.amounts().stream().map(MoneyJson::of).toList(),
                totals == null ? null : Line.of(totals.refused()),
                waiting,
                texts.openOrNull(job.order().ledger().value(), job.order().reference()),
                Times.text(job.startedAt()),
                finishedAt);
    }
}
