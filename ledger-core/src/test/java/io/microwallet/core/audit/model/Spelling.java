package io.microwallet.core.audit.model;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import java.time.Instant;

/** How both sides write down what they compare. */
public final class Spelling {
    private Spelling() {}

    public static String lot(String kind, LotId id, String amount, Instant since, Instant expires, Funder funder) {
        return kind + ' ' + id + ' ' + amount + " since " + since + (expires == null ? "" : " until " + expires)
                + (funder == null ? "" : " by " + funder);
    }

    public static String sentBack(ProcessorId processor, ProcessorReference charge, String lot) {
        return lot + " to " + charge.value() + " at " + processor.value();
    }

    public static String part(Operation operation, int events) {
        return events + " events of " + operation;
    }
}
