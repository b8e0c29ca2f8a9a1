package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The clock of the sandbox ledger: the machine's, and as far ahead as its admin moved it. */
final class LedgerTime {
    private final Player admin;
    private Duration ahead = Duration.ZERO;

    LedgerTime(Player admin) {
        this.admin = admin;
    }

    /** To the second. */
    Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Lets time pass in this ledger, and in no other. */
    void forward(Duration time) {
        admin.post("/v1/sandbox/clock", Json.object().put("forwardSeconds", time.toSeconds()))
                .orFail();
        ahead = ahead.plus(time);
    }
}
