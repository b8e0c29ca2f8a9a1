package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.job.JobEvent.UnspentReturnFinished;
import io.microwallet.core.job.JobEvent.UnspentReturnOrdered;
import io.microwallet.core.job.JobId;
import io.microwallet.core.job.ReturnTotals;
import io.microwallet.core.job.ReturnTotals.Refused;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.RefusalCode;
import java.util.List;
import java.util.UUID;

/** Events of jobs: every optional part present somewhere and absent somewhere. */
final class JobSamples {
    private static final LedgerId LEDGER = new LedgerId(id(1));
    private static final ClientId CLIENT = new ClientId(id(2));
    private static final PopUpId POP_UP = new PopUpId(id(10));
    private static final JobId JOB = new JobId(id(60));
    private static final SealedText TEXT = new SealedText("c2VhbGVkLXRleHQ_-");
    private static final ReturnTotals TOTALS = new ReturnTotals(
            5,
            3,
            List.of(new Refused(new RefusalCode("NOTHING_TO_RETURN"), 2)),
            List.of(Money.of(48_00, "EUR"), Money.of(1_200, "JPY")));
    private static final ReturnTotals NONE = new ReturnTotals(0, 0, List.of(), List.of());

    private JobSamples() {}

    private static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }

    static List<Event> events() {
        return List.of(
                new UnspentReturnOrdered(LEDGER, JOB, POP_UP, CLIENT, TEXT),
                new UnspentReturnOrdered(LEDGER, JOB, POP_UP, CLIENT, null),
                new UnspentReturnFinished(JOB, POP_UP, TOTALS),
                new UnspentReturnFinished(JOB, POP_UP, NONE));
    }
}
