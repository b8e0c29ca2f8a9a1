package io.microwallet.api.topup.worker;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.ChargeStatus.Declined;
import io.microwallet.core.topup.ChargeStatus.Succeeded;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import java.time.InstantSource;

/** Books what a processor says of top-ups, as the worker's own calls. */
public final class OutcomeReports {
    /** The worker as a client; never change it, its keys are in the log. */
    public static final ClientId WORKER = WorkerCalls.WORKER;

    private final WorkerCalls calls;

    /** @param clock the machine's, for deadlines */
    public OutcomeReports(Decisions decisions, InstantSource clock) {
        this.calls = new WorkerCalls(decisions, clock);
    }

    /** Whether it is booked now, by this call or before; if not, it may be told again. Waits for the commit. */
    boolean succeeded(TopUpRequested request, Succeeded fact) {
        return booked(
                request,
                new ReportTopUpSucceeded(request.topUp(), request.wallet(), fact.amount(), fact.reference()),
                "succeeded " + fact.reference().value() + ' ' + fact.amount().amount() + ' '
                        + fact.amount().currency());
    }

    /** As {@link #succeeded}. */
    boolean failed(TopUpRequested request, Declined fact) {
        return booked(
                request,
                new ReportTopUpFailed(request.topUp(), request.wallet(), fact.code()),
                "failed " + fact.code().value());
    }

    private boolean booked(TopUpRequested request, TopUpCommand report, String fact) {
        var words = "top-up " + request.topUp() + ' ' + fact;
        return calls.booked(request.ledger(), Operation.REPORT_TOP_UP, words, report);
    }
}
