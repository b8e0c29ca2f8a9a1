package io.microwallet.core.ledger;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** Orders of operators, and of admins about their own ledger. */
public sealed interface LedgerCommand extends Command {
    Set<Scope> ADMIN_ONLY = Set.of(Scope.ADMIN);

    /** Opens a tenant's books, with its first admin client. */
    record CreateLedger(LedgerId ledger, Mode mode, ZoneId zone, SealedText name, Credentials admin)
            implements LedgerCommand {
        /** @throws IllegalArgumentException for the id of the deployment, or an admin with other scopes than admin */
        public CreateLedger {
            if (ledger.equals(LedgerId.DEPLOYMENT)) {
                throw new IllegalArgumentException("the deployment is no ledger");
            }
            if (!admin.scopes().equals(ADMIN_ONLY)) {
                throw new IllegalArgumentException("a ledger's first client is an admin and nothing else");
            }
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(ledger, admin.client(), admin.key());
        }
    }

    /** Changes the limits that are named; the others are then what they are when this is decided. */
    record ChangeLimits(LedgerId ledger, ClientId client, LimitsChange change) implements LedgerCommand {
        /** @throws IllegalArgumentException for what {@link Limits} cannot be */
        public ChangeLimits {
            change.of(Limits.DEFAULT);
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(ledger);
        }
    }

    /** Moves a sandbox's clock: either forward by a time, or to an instant. */
    sealed interface MoveClock extends LedgerCommand {
        LedgerId ledger();

        ClientId client();

        /** How far that is, at an instant of the ledger's clock. */
        Duration forward(Instant at);

        @Override
        default Boundary boundary() {
            return Boundary.over(ledger());
        }
    }

    record MoveClockBy(LedgerId ledger, ClientId client, Duration by) implements MoveClock {
        @Override
        public Duration forward(Instant at) {
            return by;
        }
    }

    record MoveClockTo(LedgerId ledger, ClientId client, Instant to) implements MoveClock {
        @Override
        public Duration forward(Instant at) {
            return Duration.between(at, to);
        }
    }
}
