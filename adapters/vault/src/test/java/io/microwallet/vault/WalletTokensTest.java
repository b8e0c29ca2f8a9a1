package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.crypto.DerivedKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalletTokensTest {
    private static final ClientId CLIENT = new ClientId(new UUID(0, 1));
    private static final ClientId OTHER = new ClientId(new UUID(0, 7));
    private static final WalletId WALLET = new WalletId(new UUID(0, 2));

    private VaultFixture fixture;
    private WalletTokens tokens;

    @BeforeEach
    void open(@TempDir Path keys) {
        fixture = new VaultFixture(keys);
        tokens = fixture.open().walletTokens();
    }

    @Test
    void a_token_is_what_another_program_computes() {
        var pure = new WalletTokens(
                new VaultDatabase(fixture.connections(), 0), new DerivedKeys(DerivedValuesTest.secret()));
        assertThat(pure.of(CLIENT, 1, WALLET).text()).isEqualTo("w1_EQBV748S8MB0HCCYZZ7JNEEN8");
    }

    @Test
    void a_token_means_something_only_after_it_was_issued_and_only_to_its_client() {
        var token = tokens.of(CLIENT, 1, WALLET);
        assertThat(tokens.resolve(CLIENT, token)).isEqualTo(new WalletTokens.Unknown());
        tokens.issue(CLIENT, 1, List.of(WALLET));
        assertThat(tokens.resolve(CLIENT, token)).isEqualTo(new WalletTokens.Found(WALLET));
        assertThat(tokens.resolve(OTHER, token)).isEqualTo(new WalletTokens.Unknown());
    }

    @Test
    void two_clients_and_two_versions_have_different_tokens_and_old_versions_stay_good() {
        tokens.issue(CLIENT, 1, List.of(WALLET));
        tokens.issue(CLIENT, 2, List.of(WALLET));
        assertThat(tokens.of(CLIENT, 1, WALLET)).isNotEqualTo(tokens.of(OTHER, 1, WALLET));
        assertThat(tokens.of(CLIENT, 1, WALLET)).isNotEqualTo(tokens.of(CLIENT, 2, WALLET));
        assertThat(tokens.resolve(CLIENT, tokens.of(CLIENT, 1, WALLET))).isEqualTo(new WalletTokens.Found(WALLET));
        assertThat(tokens.resolve(CLIENT, tokens.of(CLIENT, 2, WALLET))).isEqualTo(new WalletTokens.Found(WALLET));
    }

    @Test
    void issuing_again_changes_nothing() throws SQLException {
        tokens.issue(CLIENT, 1, List.of(WALLET, WALLET));
        tokens.issue(CLIENT, 1, List.of(WALLET));
        tokens.issue(CLIENT, 1, List.of());
        assertThat(fixture.query("SELECT count(*) FROM wallet_token")).containsExactly("1");
    }

    @Test
    void many_wallets_get_a_token_each_in_one_call() {
        var wallets =
                Stream.generate(UUID::randomUUID).limit(500).map(WalletId::new).toList();
        tokens.issue(CLIENT, 1, wallets);
        var seen = new HashSet<WalletToken>();
        for (var wallet : wallets) {
            var token = tokens.of(CLIENT, 1, wallet);
            assertThat(seen.add(token)).isTrue();
            assertThat(tokens.resolve(CLIENT, token)).isEqualTo(new WalletTokens.Found(wallet));
        }
    }

    @Test
    void tokens_are_good_after_a_restart() {
        tokens.issue(CLIENT, 1, List.of(WALLET));
        var token = tokens.of(CLIENT, 1, WALLET);
        var again = fixture.open().walletTokens();
        assertThat(again.of(CLIENT, 1, WALLET)).isEqualTo(token);
        assertThat(again.resolve(CLIENT, token)).isEqualTo(new WalletTokens.Found(WALLET));
    }
}
