package io.microwallet.core.ledger;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.client.Client;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.client.ClientRules;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerCommand.MoveClock;
import io.microwallet.core.ledger.LedgerEvent.ClockMoved;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a tenant's books are opened, what they allow, and how a sandbox's time passes. */
public final class LedgerRules implements Decider<LedgerCommand> {
    /** How far a sandbox's clock may be ahead of the machine's. */
    public static final Duration AHEAD_MAX = Duration.ofDays(3_653);

    @Override
    public Decision decide(States states, LedgerCommand command, Instant at) {
        return switch (command) {
            case CreateLedger c -> create(states, c);
            case ChangeLimits c -> change(states.of(c.ledger()), c);
            case MoveClock c -> move(states.of(c.ledger()), c, at);
        };
    }

    private static Decision create(States states, CreateLedger command) {
        if (!(states.of(command.ledger()) instanceof Ledger.Unborn)) {
            return refused(LedgerRefusal.LEDGER_ALREADY_EXISTS);
        }
        if (!(states.of(command.admin().client()) instanceof Client.Unborn)) {
            return refused(LedgerRefusal.CLIENT_ALREADY_EXISTS);
        }
        if (!(states.of(command.admin().key()) instanceof ClientKey.Unborn)) {
            return refused(LedgerRefusal.KEY_ALREADY_EXISTS);
        }
        return accepted(
                new LedgerCreated(command.ledger(), command.mode(), command.zone(), command.name()),
                ClientRules.added(command.ledger(), command.admin()));
    }

    private static Decision change(Ledger ledger, ChangeLimits command) {
        return switch (ledger) {
            case Ledger.Unborn _ -> absent(Absence.LEDGER_NOT_FOUND);
            case Ledger.Created it ->
                accepted(new LimitsChanged(
                        command.ledger(), command.client(), command.change().of(it.limits())));
        };
    }

    private static Decision move(Ledger ledger, MoveClock command, Instant at) {
        return switch (ledger) {
            case Ledger.Unborn _ -> absent(Absence.LEDGER_NOT_FOUND);
            case Ledger.Created it when it.mode() == Mode.LIVE -> refused(LedgerRefusal.CLOCK_ONLY_IN_SANDBOX);
            case Ledger.Created it -> move(it, command, command.forward(at), at);
        };
    }

    private static Decision move(Ledger.Created ledger, MoveClock command, Duration forward, Instant at) {
        if (!forward.isPositive()) {
            return refused(LedgerRefusal.CLOCK_NEVER_BACKWARDS);
        }
        if (ledger.clockOffset().plus(forward).compareTo(AHEAD_MAX) > 0) {
            return refused(LedgerRefusal.CLOCK_TOO_FAR_AHEAD);
        }
        return accepted(new ClockMoved(
                command.ledger(),
                command.client(),
                forward.dividedBy(Duration.of(1, ChronoUnit.MICROS)),
                at.plus(forward)));
    }
}
