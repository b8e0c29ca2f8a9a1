package io.microwallet.core.job;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to jobs. */
public sealed interface JobEvent extends Event {
    JobId job();

    PopUpId popUp();

    @Override
    default List<Tag> tags() {
        return List.of(job().tag(), JobId.ALL, popUp().tag());
    }

    /** From now on a worker sees to it, however often it is stopped. */
    record UnspentReturnOrdered(
            LedgerId ledger,
            JobId job,
            PopUpId popUp,
            ClientId client,
            @Nullable SealedText reference) implements JobEvent {}

    record UnspentReturnFinished(JobId job, PopUpId popUp, ReturnTotals totals) implements JobEvent {}
}
