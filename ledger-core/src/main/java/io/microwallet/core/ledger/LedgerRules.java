package io.microwallet.core.ledger;

import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.client.Client;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.client.ClientRules;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import java.time.Instant;

/** How a tenant's books are opened. */
public final class LedgerRules implements Decider<LedgerCommand> {
    @Override
    public Decision decide(States states, LedgerCommand command, Instant at) {
        return switch (command) {
            case CreateLedger c -> create(states, c);
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
}
