package io.microwallet.core.link;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;

/** Orders about balance links. */
public sealed interface LinkCommand extends Command {
    /** {@code lifetime}: one minute to 366 days. {@code secretVersion}: of the link key that the secret is derived under. */
    record CreateLink(
            LedgerId ledger,
            LinkId link,
            WalletId wallet,
            ClientId client,
            SecretHash secretHash,
            int secretVersion,
            Duration lifetime)
            implements LinkCommand {
        public static final Duration LIFETIME_MIN = Duration.ofMinutes(1);
        public static final Duration LIFETIME_MAX = Duration.ofDays(366);

        /** @throws IllegalArgumentException for a lifetime out of bounds */
        public CreateLink {
            if (lifetime.compareTo(LIFETIME_MIN) < 0 || lifetime.compareTo(LIFETIME_MAX) > 0) {
                throw new IllegalArgumentException("a link lives one minute to 366 days");
            }
        }

        @Override
        public Boundary boundary() {
            return Boundary.over(link, wallet);
        }
    }

    record RevokeLink(LedgerId ledger, LinkId link) implements LinkCommand {
        @Override
        public Boundary boundary() {
            return Boundary.over(link);
        }
    }
}
