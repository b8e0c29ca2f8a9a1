package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.WalletId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
    private static final ClientId CLIENT = new ClientId(new UUID(0, 1));
    private static final ClientId FINANCE = new ClientId(new UUID(0, 2));
    private static final WalletId WALLET = new WalletId(new UUID(0, 3));
    private static final WalletId NEIGHBOUR = new WalletId(new UUID(0, 4));
    private static final LinkId LINK = new LinkId(new UUID(0, 5));
    private static final LinkId NEIGHBOURS_LINK = new LinkId(new UUID(0, 6));

    private VaultFixture fixture;
    private Vault vault;
    private SealedText text;
    private SealedText neighboursText;
    private String cookie;
    private String neighboursCookie;

    @BeforeEach
    void two_members(@TempDir Path keys) throws SQLException {
        fixture = new VaultFixture(keys);
        vault = fixture.open();
        vault.dataKeys().create(List.of(WALLET.value(), NEIGHBOUR.value()));
        text = vault.sealedTexts().seal(WALLET.value(), "zoe@example.org");
        neighboursText = vault.sealedTexts().seal(NEIGHBOUR.value(), "yan@example.org");
        vault.walletTokens().issue(CLIENT, 1, List.of(WALLET, NEIGHBOUR));
        vault.walletTokens().issue(FINANCE, 1, List.of(WALLET));
        cookie = vault.linkSessions().open(LINK, WALLET);
        neighboursCookie = vault.linkSessions().open(NEIGHBOURS_LINK, NEIGHBOUR);
        indexText(WALLET, 1);
        indexText(NEIGHBOUR, 2);
    }

    @Test
    void nothing_of_the_member_is_left_and_everything_of_the_neighbour() throws SQLException {
        assertThat(resolve(CLIENT, WALLET)).isEqualTo(new WalletTokens.Found(WALLET));
        vault.erasure().erase(WALLET);

        assertErased(vault);
        assertErased(fixture.open());
        assertThat(fixture.query("SELECT subject FROM text_index"))
                .containsExactly(NEIGHBOUR.value().toString());
        assertThat(fixture.query("SELECT subject FROM data_key"))
                .containsExactly(NEIGHBOUR.value().toString());
        assertThat(vault.sealedTexts().open(NEIGHBOUR.value(), neighboursText)).contains("yan@example.org");
        assertThat(vault.linkSessions().expiry(NEIGHBOURS_LINK, neighboursCookie))
                .isPresent();
        assertThat(resolve(CLIENT, NEIGHBOUR)).isEqualTo(new WalletTokens.Found(NEIGHBOUR));
    }

    @Test
    void tokens_stay_as_tombstones_that_name_no_wallet() throws SQLException {
        vault.erasure().erase(WALLET);
        assertThat(fixture.query("SELECT count(*) FROM wallet_token WHERE wallet IS NULL"))
                .containsExactly("2");
        assertThat(fixture.query("SELECT count(*) FROM wallet_token WHERE wallet = '" + WALLET.value() + "'"))
                .containsExactly("0");
    }

    @Test
    void a_tombstone_is_not_brought_back_by_issuing_again() {
        vault.erasure().erase(WALLET);
        vault.walletTokens().issue(CLIENT, 1, List.of(WALLET));
        assertThat(resolve(CLIENT, WALLET)).isEqualTo(new WalletTokens.Erased());
    }

    @Test
    void erasing_again_changes_nothing() {
        vault.erasure().erase(WALLET);
        vault.erasure().erase(WALLET);
        fixture.open().erasure().erase(WALLET);
        assertErased(vault);
    }

    @Test
    void an_erasure_that_fails_in_the_middle_leaves_everything_until_it_is_run_again() throws SQLException {
        fixture.execute("ALTER TABLE text_index RENAME TO away");
        assertThatThrownBy(() -> vault.erasure().erase(WALLET)).isInstanceOf(VaultUnavailableException.class);
        assertThat(vault.sealedTexts().open(WALLET.value(), text)).contains("zoe@example.org");
        assertThat(fixture.open()
                        .walletTokens()
                        .resolve(CLIENT, vault.walletTokens().of(CLIENT, 1, WALLET)))
                .isEqualTo(new WalletTokens.Found(WALLET));

        fixture.execute("ALTER TABLE away RENAME TO text_index");
        vault.erasure().erase(WALLET);
        assertErased(vault);
    }

    private void assertErased(Vault opened) {
        assertThat(opened.sealedTexts().open(WALLET.value(), text)).isEmpty();
        assertThat(opened.linkSessions().touch(LINK, cookie)).isEmpty();
        for (var client : List.of(CLIENT, FINANCE)) {
            assertThat(opened.walletTokens()
                            .resolve(client, opened.walletTokens().of(client, 1, WALLET)))
                    .isEqualTo(new WalletTokens.Erased());
        }
    }

    private WalletTokens.Resolved resolve(ClientId client, WalletId wallet) {
        return vault.walletTokens().resolve(client, vault.walletTokens().of(client, 1, wallet));
    }

    private void indexText(WalletId subject, int position) throws SQLException {
        fixture.execute("INSERT INTO text_index (partition, ledger, hmac, kind, position, subject) VALUES (0, '"
                + new UUID(0, 9) + "', '" + new UUID(8, position) + "', 1, " + position + ", '"
                + subject.value() + "')");
    }
}
