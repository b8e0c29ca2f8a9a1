package io.microwallet.api.http.call;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who signed this call: everything that the service believes of a caller comes from the key's record.
 *
 * @param ledger {@link LedgerId#DEPLOYMENT} for the operator
 * @param ledgerMode empty for the operator, who belongs to no ledger
 * @param tokenVersion of the wallet tokens that this client is given
 */
public record Caller(
        ClientId client, KeyId key, LedgerId ledger, Optional<Mode> ledgerMode, Set<Scope> scopes, int tokenVersion) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Who signed a call to /v1. */
    public static Caller of(HttpServletRequest request) {
        return (Caller)
                Objects.requireNonNull(request.getAttribute(CallAttributes.CALLER), "not behind the door of /v1");
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** Finance and admin clients see all of their ledger; a checkout client only the wallets that it has tokens for. */
    public boolean seesWholeLedger() {
        return has(Scope.FINANCE) || has(Scope.ADMIN);
    }

    /** @throws IllegalStateException for the operator */
    public Mode mode() {
        return ledgerMode.orElseThrow(() -> new IllegalStateException("the operator has no ledger"));
    }
}
