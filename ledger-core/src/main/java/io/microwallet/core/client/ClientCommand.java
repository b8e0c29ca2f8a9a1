package io.microwallet.core.client;

import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;

/** Orders of admin clients. */
public sealed interface ClientCommand extends Command {
    record AddClient(LedgerId ledger, Credentials credentials) implements ClientCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(credentials.client(), credentials.key()).consulting(ledger);
        }
    }

    /** Ends the client and every key of it, at once and for ever. */
    record RevokeClient(LedgerId ledger, ClientId client) implements ClientCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(client);
        }
    }

    record AddKey(LedgerId ledger, ClientId client, KeyId key, PublicKey publicKey) implements ClientCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(client, key);
        }
    }

    record RevokeKey(LedgerId ledger, ClientId client, KeyId key) implements ClientCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(client, key);
        }
    }
}
