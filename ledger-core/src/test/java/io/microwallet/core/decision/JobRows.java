package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.MARKET;
import static io.microwallet.core.given.Stall.MARKET_CREATED;

import io.microwallet.core.given.Row;
import io.microwallet.core.job.JobCommand.FinishUnspentReturn;
import io.microwallet.core.job.JobCommand.ReturnUnspentOfPopUp;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.JobRefusal;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.request.RefusalCode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How a job begins and ends. */
final class JobRows {
    private static final JobId JOB = new JobId(new UUID(19, 1));
    private static final ReturnTotals TOTALS =
            new ReturnTotals(3, 1, List.of(new Refused(new RefusalCode("NOTHING_TO_RETURN"), 2)), List.of(eur(12_50)));
    private static final ReturnUnspentOfPopUp ORDER = new ReturnUnspentOfPopUp(LEDGER, MARKET, JOB, TILL, null);
    private static final UnspentReturnOrdered ORDERED = new UnspentReturnOrdered(LEDGER, JOB, MARKET, TILL, null);
    private static final FinishUnspentReturn FINISH = new FinishUnspentReturn(JOB, TOTALS);
    private static final UnspentReturnFinished FINISHED = new UnspentReturnFinished(JOB, MARKET, TOTALS);

    private JobRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                row("unspent money of a pop-up is ordered back")
                        .given(MARKET_CREATED)
                        .when(ORDER)
                        .accepted(ORDERED),
                row("unspent money of no pop-up is not ordered back")
                        .when(ORDER)
                        .absent(Absence.POP_UP_NOT_FOUND),
                row("unspent money of another ledger's pop-up is not ordered back")
                        .given(MARKET_CREATED)
                        .when(new ReturnUnspentOfPopUp(NEIGHBOUR, MARKET, JOB, TILL, null))
                        .absent(Absence.POP_UP_NOT_FOUND),
                row("a job is ordered once")
                        .given(MARKET_CREATED, ORDERED)
                        .when(ORDER)
                        .refused(JobRefusal.JOB_ALREADY_EXISTS),
                row("a job is not ordered again once it is done")
                        .given(MARKET_CREATED, ORDERED, FINISHED)
                        .when(ORDER)
                        .refused(JobRefusal.JOB_ALREADY_EXISTS),
                row("a job ends").given(MARKET_CREATED, ORDERED).when(FINISH).accepted(FINISHED),
                row("a job ends once")
                        .given(MARKET_CREATED, ORDERED, FINISHED)
                        .when(FINISH)
                        .alreadyKnown(),
                row("a job that nobody ordered does not end").when(FINISH).absent(Absence.JOB_NOT_FOUND));
    }
}
