package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import java.time.Instant;

/** One kind of people on the street. */
interface Acts {
    /** How often they do something, against the others. */
    int share();

    Command next(Instant now);
}
