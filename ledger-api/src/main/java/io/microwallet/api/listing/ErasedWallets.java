package io.microwallet.api.listing;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.wallet.WalletId;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every wallet that was erased, in all ledgers: a backup may have brought back what was deleted. */
public final class ErasedWallets {
    private static final short PARTITION = 0;

    private static final String SUBJECTS = """
            SELECT subject FROM listed WHERE partition = ? AND ledger = ? AND kind = ? ORDER BY position
            """;

    private final JdbcClient database;

    public ErasedWallets(JdbcClient database) {
        this.database = database;
    }

    /** One after the other, in bounded memory. */
    public void forEach(Consumer<WalletId> consumer) {
        try (var ledgers = subjects(LedgerId.DEPLOYMENT, Listed.Kind.LEDGER)) {
            ledgers.map(LedgerId::new).toList().forEach(ledger -> {
                try (var wallets = subjects(ledger, Listed.Kind.ERASED_WALLET)) {
                    wallets.map(WalletId::new).forEach(consumer);
                }
            });
        }
    }

    private Stream<UUID> subjects(LedgerId ledger, Listed.Kind kind) {
        return database.sql(SUBJECTS).params(PARTITION, ledger.value(), kind.code()).query(UUID.class).stream();
    }
}
