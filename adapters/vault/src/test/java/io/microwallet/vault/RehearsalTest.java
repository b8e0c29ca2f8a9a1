package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.wallet.WalletId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    private static final UUID KNOWN = new UUID(0, 1);
    private static final UUID FRESH = new UUID(0, 2);
    private static final ClientId CLIENT = new ClientId(new UUID(0, 3));

    private VaultFixture fixture;
    private Vault vault;

    @BeforeEach
    void open(@TempDir Path keys) {
        fixture = new VaultFixture(keys);
        vault = fixture.open();
        vault.dataKeys().create(KNOWN);
    }

    @Test
    void a_subject_that_is_made_in_a_rehearsal_has_a_data_key_as_long_as_it_lasts() throws SQLException {
        var opened = Rehearsal.of(() -> {
            vault.dataKeys().create(FRESH);
            var sealed = vault.sealedTexts().seal(FRESH, "Zoë");
            return vault.sealedTexts().open(FRESH, sealed);
        });
        assertThat(opened).contains("Zoë");
        assertThatThrownBy(() -> vault.sealedTexts().seal(FRESH, "Zoë")).isInstanceOf(IllegalStateException.class);
        assertThat(fixture.query("SELECT count(*) FROM data_key")).containsExactly("1");
    }

    @Test
    void a_subject_that_has_a_data_key_keeps_it_in_a_rehearsal() {
        var sealed = Rehearsal.of(() -> {
            vault.dataKeys().create(KNOWN);
            return vault.sealedTexts().seal(KNOWN, "Zoë");
        });
        assertThat(vault.sealedTexts().open(KNOWN, sealed)).contains("Zoë");
    }

    @Test
    void no_token_is_issued_in_a_rehearsal() throws SQLException {
        var wallets = List.of(new WalletId(KNOWN));
        Rehearsal.of(() -> {
            vault.walletTokens().issue(CLIENT, 1, wallets);
            vault.walletTokens().issueUnlessErased(CLIENT, 1, wallets);
            return wallets;
        });
        assertThat(fixture.query("SELECT count(*) FROM wallet_token")).containsExactly("0");
        assertThat(vault.walletTokens().resolve(CLIENT, vault.walletTokens().of(CLIENT, 1, wallets.getFirst())))
                .isEqualTo(new WalletTokens.Unknown());
    }
}
