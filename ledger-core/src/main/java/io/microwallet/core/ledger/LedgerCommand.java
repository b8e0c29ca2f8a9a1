package io.microwallet.core.ledger;

import io.microwallet.core.client.Credentials;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.privacy.SealedText;
import java.time.ZoneId;

/** Orders of operators. */
public sealed interface LedgerCommand extends Command {
    /** Opens a tenant's books, with its first admin client. */
    record CreateLedger(LedgerId ledger, Mode mode, ZoneId zone, SealedText name, Credentials admin)
            implements LedgerCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(ledger, admin.client(), admin.key());
        }
    }
}
