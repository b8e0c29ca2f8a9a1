package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkSessionsTest {
    private static final LinkId LINK = new LinkId(new UUID(0, 1));
    private static final LinkId OTHER = new LinkId(new UUID(0, 2));
    private static final WalletId WALLET = new WalletId(new UUID(0, 3));

    private VaultFixture fixture;
    private LinkSessions sessions;

    @BeforeEach
    void open(@TempDir Path keys) {
        fixture = new VaultFixture(keys);
        sessions = fixture.open().linkSessions();
    }

    @Test
    void a_session_ends_fifteen_minutes_after_its_last_use() {
        var cookie = sessions.open(LINK, WALLET);
        fixture.pass(Duration.ofMinutes(14));
        assertThat(sessions.touch(LINK, cookie)).contains(fixture.now.plus(LinkSessions.LIFETIME));
        fixture.pass(Duration.ofMinutes(14));
        assertThat(sessions.expiry(LINK, cookie)).contains(fixture.now.plus(Duration.ofMinutes(1)));
        fixture.pass(Duration.ofMinutes(1));
        assertThat(sessions.expiry(LINK, cookie)).isEmpty();
        assertThat(sessions.touch(LINK, cookie)).isEmpty();
    }

    @Test
    void the_cookie_is_stored_as_a_hash_only() throws SQLException {
        var cookie = sessions.open(LINK, WALLET);
        assertThat(cookie).matches("[A-Za-z0-9_-]{43}");
        assertThat(fixture.query("SELECT link_session::text FROM link_session"))
                .hasSize(1)
                .noneMatch(row -> row.contains(cookie));
        assertThat(fixture.query("SELECT encode(cookie_hash, 'hex') FROM link_session"))
                .containsExactly(LinkSecrets.hash(cookie).value());
    }

    @Test
    void a_session_is_good_for_its_own_link_only() {
        var cookie = sessions.open(LINK, WALLET);
        assertThat(sessions.touch(OTHER, cookie)).isEmpty();
        assertThat(sessions.touch(LINK, cookie + "x")).isEmpty();
        assertThat(sessions.touch(LINK, cookie)).isPresent();
    }

    @Test
    void closing_one_leaves_the_others_and_revoking_the_link_closes_all() {
        var one = sessions.open(LINK, WALLET);
        var two = sessions.open(LINK, WALLET);
        var elsewhere = sessions.open(OTHER, WALLET);
        sessions.close(LINK, one);
        assertThat(sessions.expiry(LINK, one)).isEmpty();
        assertThat(sessions.expiry(LINK, two)).isPresent();
        assertThat(sessions.closeAll(LINK)).isEqualTo(1);
        assertThat(sessions.expiry(LINK, two)).isEmpty();
        assertThat(sessions.expiry(OTHER, elsewhere)).isPresent();
    }

    @Test
    void open_sessions_are_listed_newest_first_without_their_cookies() {
        sessions.open(LINK, WALLET);
        fixture.pass(Duration.ofMinutes(1));
        sessions.open(LINK, WALLET);
        assertThat(sessions.list(LINK))
                .containsExactly(
                        new LinkSessions.Session(fixture.now, fixture.now.plus(LinkSessions.LIFETIME)),
                        new LinkSessions.Session(
                                fixture.now.minusSeconds(60), fixture.now.plus(Duration.ofMinutes(14))));
        assertThat(sessions.list(OTHER)).isEmpty();
    }

    @Test
    void beyond_the_limit_the_oldest_session_makes_way() {
        var first = sessions.open(LINK, WALLET);
        for (var i = 0; i < LinkSessions.OPEN_MAX; i++) {
            fixture.pass(Duration.ofSeconds(1));
            sessions.open(LINK, WALLET);
        }
        assertThat(sessions.list(LINK)).hasSize(LinkSessions.OPEN_MAX);
        assertThat(sessions.expiry(LINK, first)).isEmpty();
    }

    @Test
    void sessions_that_are_over_are_swept_when_another_opens() throws SQLException {
        sessions.open(LINK, WALLET);
        fixture.pass(LinkSessions.LIFETIME);
        sessions.open(OTHER, WALLET);
        assertThat(fixture.query("SELECT count(*) FROM link_session")).containsExactly("1");
    }
}
