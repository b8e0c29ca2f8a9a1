package io.microwallet.core.client;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientCommand.AddKey;
import io.microwallet.core.client.ClientCommand.RevokeClient;
import io.microwallet.core.client.ClientCommand.RevokeKey;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import java.time.Instant;
import java.util.Set;

/** Who may call, under which keys. */
public final class ClientRules implements Decider<ClientCommand> {
    private static final Set<Scope> OPERATOR_ONLY = Set.of(Scope.OPERATOR);

    @Override
    public Decision decide(States states, ClientCommand command, Instant at) {
        return switch (command) {
            case AddClient c -> add(states, c);
            case RevokeClient c -> revoke(states.of(c.client()).within(c.ledger()));
            case AddKey c -> addKey(states, c);
            case RevokeKey c -> revokeKey(states, c);
        };
    }

    /** The event that a new client begins with. */
    public static ClientAdded added(LedgerId ledger, Credentials asked) {
        return new ClientAdded(ledger, asked.client(), asked.scopes(), asked.key(), asked.publicKey(), asked.name());
    }

    private static Decision add(States states, AddClient command) {
        var asked = command.credentials();
        if (isAbsent(states, command.ledger())) {
            return absent(Absence.LEDGER_NOT_FOUND);
        }
        if (!(states.of(asked.client()) instanceof Client.Unborn)) {
            return refused(ClientRefusal.CLIENT_ALREADY_EXISTS);
        }
        if (!areGrantable(asked.scopes(), command.ledger())) {
            return refused(ClientRefusal.SCOPE_NOT_GRANTABLE);
        }
        if (!(states.of(asked.key()) instanceof ClientKey.Unborn)) {
            return refused(ClientRefusal.KEY_ALREADY_EXISTS);
        }
        return accepted(added(command.ledger(), asked));
    }

    // The deployment is no ledger and was never created: the operator is there before the first one.
    private static boolean isAbsent(States states, LedgerId ledger) {
        return !ledger.equals(LedgerId.DEPLOYMENT) && states.of(ledger) instanceof Ledger.Unborn;
    }

    private static boolean areGrantable(Set<Scope> scopes, LedgerId ledger) {
        return ledger.equals(LedgerId.DEPLOYMENT) ? scopes.equals(OPERATOR_ONLY) : !scopes.contains(Scope.OPERATOR);
    }

    private static Decision revoke(Client client) {
        return switch (client) {
            case Client.Unborn _ -> absent(Absence.CLIENT_NOT_FOUND);
            case Client.Revoked _ -> refused(ClientRefusal.CLIENT_REVOKED);
            case Client.Active active -> accepted(new ClientRevoked(active.id(), active.keys()));
        };
    }

    private static Decision addKey(States states, AddKey command) {
        return switch (states.of(command.client()).within(command.ledger())) {
            case Client.Unborn _ -> absent(Absence.CLIENT_NOT_FOUND);
            case Client.Revoked _ -> refused(ClientRefusal.CLIENT_REVOKED);
            case Client.Active _
            when !(states.of(command.key()) instanceof ClientKey.Unborn) -> refused(ClientRefusal.KEY_ALREADY_EXISTS);
            case Client.Active client
            when client.keys().size() >= Client.KEYS_MAX -> refused(ClientRefusal.TOO_MANY_KEYS);
            case Client.Active client ->
                accepted(new KeyAdded(
                        client.ledger(), client.id(), client.scopes(), command.key(), command.publicKey()));
        };
    }

    private static Decision revokeKey(States states, RevokeKey command) {
        return switch (states.of(command.client()).within(command.ledger())) {
            case Client.Unborn _ -> absent(Absence.CLIENT_NOT_FOUND);
            case Client.Active client -> revokeKey(client.id(), states.of(command.key()));
            case Client.Revoked client -> revokeKey(client.id(), states.of(command.key()));
        };
    }

    private static Decision revokeKey(ClientId client, ClientKey key) {
        return switch (key) {
            case ClientKey.Active active
            when active.client().equals(client) -> accepted(new KeyRevoked(client, active.id()));
            case ClientKey.Revoked revoked when revoked.client().equals(client) -> refused(ClientRefusal.KEY_REVOKED);
            case ClientKey.Unborn _, ClientKey.Active _, ClientKey.Revoked _ -> absent(Absence.KEY_NOT_FOUND);
        };
    }
}
