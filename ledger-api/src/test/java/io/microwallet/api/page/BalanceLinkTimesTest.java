package io.microwallet.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ends by time alone; the service's clock is moved, and nobody waits. */
class BalanceLinkTimesTest {
    private static volatile Duration ahead = Duration.ZERO;
    private static RunningService service;
    private static Member member;

    @BeforeAll
    static void start() {
        service = RunningService.start(() -> Instant.now().plus(ahead));
        member = Member.with(service, 1_000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Signed calls need the machine's own time. */
    @AfterEach
    void comeBack() {
        ahead = Duration.ZERO;
    }

    @Test
    void a_session_lives_for_fifteen_minutes_from_its_last_use() {
        var page = new Knocking(member.link());
        var cookie = page.opened();

        ahead = Duration.ofMinutes(14);
        assertThat(page.look(cookie)).isEqualTo(200);
        ahead = Duration.ofMinutes(28);
        assertThat(page.look(cookie)).isEqualTo(200);
        ahead = Duration.ofMinutes(43).plusSeconds(1);
        assertThat(page.look(cookie)).isEqualTo(401);
        assertThat(page.look(cookie)).isEqualTo(401);
    }

    @Test
    void a_stream_alone_does_not_let_a_session_live_on() throws Exception {
        var page = new Knocking(member.link());
        var cookie = page.opened();

        ahead = Duration.ofMinutes(14);
        page.listen(cookie).body().close();
        ahead = Duration.ofMinutes(15).plusSeconds(1);

        assertThat(page.look(cookie)).isEqualTo(401);
    }

    @Test
    void an_expired_link_opens_nothing_and_shows_nothing_more() {
        var link = member.link(60);
        var page = new Knocking(link);
        var cookie = page.opened();
        assertThat(page.look(cookie)).isEqualTo(200);

        ahead = Duration.ofSeconds(61);

        assertThat(page.look(cookie)).isEqualTo(410);
        assertThat(page.send(page.knock(link.secret())).statusCode()).isEqualTo(410);
        assertThat(page.send(page.to("").header("Accept", "text/html")).body()).contains("This link has ended");
    }

    @Test
    void whoever_tried_too_often_may_try_again_ten_minutes_later() {
        var link = member.link();
        var page = new Knocking(link);
        for (var tries = 0; tries < 10; tries++) {
            page.send(page.knock("wrong"));
        }
        assertThat(page.send(page.knock(link.secret())).statusCode()).isEqualTo(429);

        ahead = Duration.ofMinutes(10).plusSeconds(5);

        assertThat(page.opened()).isNotEmpty();
    }
}
