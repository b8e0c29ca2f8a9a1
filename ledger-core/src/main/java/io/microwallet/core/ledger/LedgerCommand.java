package io.microwallet.core.ledger;

import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.privacy.SealedText;
import java.time.ZoneId;
import java.util.Set;

/** Orders of operators. */
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
}
