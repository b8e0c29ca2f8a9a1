package io.microwallet.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.microwallet.api.page.live.LiveStreams;
import io.microwallet.api.running.RunningService;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The calls of the page over bare HTTP: what opens a link, and what does not. */
class BalanceLinkCallsTest {
    private static RunningService service;
    private static Member member;
    private Member.Link link;
    private Knocking page;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        member = Member.with(service, 1_000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void newLink() {
        link = member.link();
        page = new Knocking(link);
    }

    @Test
    void the_secret_opens_the_link_with_a_cookie_for_its_path_alone() {
        var answer = page.send(page.knock(link.secret()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("__Secure-balance=[A-Za-z0-9_-]{43}; Path=/b/" + link.id()
                        + "; Max-Age=900; Expires=[^;]+; Secure; HttpOnly; SameSite=Strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "file://"})
    void another_origin_is_refused(String origin) {
        var knock = page.knock(link.secret());
        assertThat(refusal(origin.isEmpty() ? withoutOrigin() : knock.setHeader("Origin", origin)))
                .isEqualTo("403 ORIGIN_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void what_the_browser_calls_another_site_is_refused(String site) {
        assertThat(refusal(page.knock(link.secret()).setHeader("Sec-Fetch-Site", site)))
                .isEqualTo("403 ORIGIN_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"})
    void what_a_form_could_send_is_refused(String type) {
        assertThat(refusal(page.knock(link.secret()).setHeader("Content-Type", type)))
                .isEqualTo("415 MEDIA_TYPE_UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"secret\":null}",
                "{\"secret\":1}",
                "{\"secret\":\"a\",\"b\":1}",
                "{\"secret\":\"a\"}x"
            })
    void another_body_is_refused_and_not_repeated(String body) {
        var answer = page.send(page.knock("").POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MALFORMED_REQUEST").doesNotContain("secret");
    }

    @Test
    void a_long_body_is_refused() {
        assertThat(refusal(page.knock("x".repeat(300)))).isEqualTo("400 MALFORMED_REQUEST");
        assertThat(refusal(page.knock(link.secret())
                        .POST(BodyPublishers.ofString("{\"secret\":\"" + link.secret() + "\"}" + " ".repeat(300)))))
                .isEqualTo("400 MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/session",
        "PUT,/session",
        "DELETE,/session",
        "GET,/close",
        "POST,/balance",
        "POST,/events",
        "DELETE,''"
    })
    void other_methods_are_not_taken(String method, String path) {
        var answer = page.send(page.to(path).method(method, BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void a_method_that_is_not_taken_is_told_to_the_caller_and_not_to_the_log() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var spring = (Logger) LoggerFactory.getLogger("org.springframework.web");
        spring.addAppender(log);
        try {
            var answer = page.send(page.to("").method("DELETE", BodyPublishers.noBody()));
            assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
            assertThat(log.list).isEmpty();
        } finally {
            spring.detachAppender(log);
        }
    }

    @Test
    void a_secret_that_is_wrong_ten_times_closes_the_door_to_the_right_one_too() {
        for (var tries = 0; tries < 10; tries++) {
            assertThat(refusal(page.knock("x" + link.secret()))).isEqualTo("401 WRONG_SECRET");
        }

        var answer = page.send(page.knock(link.secret()));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 600L);
        assertThat(new Knocking(member.link()).opened()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/balance", "/activity", "/code", "/events?since=0", "/receipts/pu_00000000000000000000000000"})
    void nothing_is_shown_without_a_session(String path) {
        assertThat(refusal(page.to(path))).isEqualTo("401 SESSION_ENDED");
        assertThat(refusal(page.to(path).header("Cookie", "__Secure-balance=forged")))
                .isEqualTo("401 SESSION_ENDED");
    }

    @Test
    void the_cookie_of_one_link_opens_no_other_not_even_of_the_same_wallet() {
        var cookie = page.opened();
        var other = new Knocking(member.link());

        assertThat(page.look(cookie)).isEqualTo(200);
        assertThat(other.look(cookie)).isEqualTo(401);
        assertThat(other.send(other.to("").header("Cookie", cookie)).body()).contains("Show my balance");
    }

    @Test
    void a_revoked_link_shows_nothing_more_and_its_code_is_no_code() {
        var cookie = page.opened();
        var html = page.send(page.to("/code").header("Cookie", cookie)).body();
        var code = html.replaceAll("(?s).*data-code=\"([^\"]+)\".*", "$1");

        member.revoke(link);

        assertThat(refusal(page.to("/balance").header("Cookie", cookie))).isEqualTo("410 LINK_ENDED");
        assertThat(refusal(page.knock(link.secret()))).isEqualTo("410 LINK_ENDED");
        member.till().post("/v1/wallets/resolve", "{\"code\":\"" + code + "\"}").expect(404);
    }

    @Test
    void an_erased_member_has_no_page() {
        var gone = member.another(0);
        var old = gone.link();
        var cookie = new Knocking(old).opened();
        gone.wallet("close");
        assertThat(new Knocking(old).look(cookie)).isEqualTo(200);

        gone.erase();

        assertThat(refusal(new Knocking(old), new Knocking(old).to("/balance").header("Cookie", cookie)))
                .isEqualTo("410 LINK_ENDED");
        var page = new Knocking(old).send(new Knocking(old).to("").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This link has ended");
    }

    @Test
    void closing_ends_the_session() {
        var cookie = page.opened();
        var answer = page.send(page.post("/close", "{}")
                .setHeader("Origin", page.origin())
                .setHeader("Content-Type", "application/json")
                .setHeader("Cookie", cookie));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Max-Age=0");
        assertThat(page.look(cookie)).isEqualTo(401);
    }

    @Test
    void a_stream_ends_at_once_with_the_link() throws Exception {
        var stream = page.listen(page.opened());
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");

        member.revoke(link);

        var told = new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(told).endsWith("event: ended\ndata: 1\n\n");
    }

    @Test
    void a_link_has_only_so_many_streams_and_a_closed_one_makes_room() throws Exception {
        var cookie = page.opened();
        var before = service.part(LiveStreams.class).count();
        var streams = new ArrayList<InputStream>();
        for (var open = 0; open < 6; open++) {
            streams.add(page.listen(cookie).body());
        }
        assertThat(service.part(LiveStreams.class).count()).isEqualTo(before + 6);
        assertThat(page.listen(cookie).statusCode()).isEqualTo(429);

        member.revoke(link);
        for (var stream : streams) {
            stream.readAllBytes();
        }
        assertThat(service.part(LiveStreams.class).count()).isEqualTo(before);
    }

    @Test
    void what_is_no_link_is_a_page_that_says_so_and_tells_nothing_else() {
        var nowhere = new Knocking(new Member.Link("", service.url() + "/b/bl_00000000000000000000000000", ""));
        var answer = nowhere.send(nowhere.to("").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such link");
        assertThat(refusal(nowhere, nowhere.knock("x"))).isEqualTo("404 LINK_UNKNOWN");
    }

    @Test
    void every_answer_keeps_the_page_to_itself() {
        for (var path : new String[] {"", "/balance", "/nothing"}) {
            var headers = page.send(page.to(path)).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; ")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
            assertThat(headers.firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void assets_are_cached_for_ever_under_the_names_that_hold_their_hash() {
        var html = page.send(page.to("")).body();
        var script = html.replaceAll("(?s).*?<script src=\"([^\"]+)\" integrity=\"(sha384-[^\"]+)\".*", "$1");
        var assets = new Knocking(new Member.Link("", service.url().toString(), ""));

        var answer = assets.send(assets.to(script));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(assets.send(assets.to("/assets/page-0000000000000000.js")).statusCode())
                .isEqualTo(404);
    }

    private HttpRequest.Builder withoutOrigin() {
        return page.post("/session", "{\"secret\":\"" + link.secret() + "\"}")
                .setHeader("Content-Type", "application/json");
    }

    private String refusal(HttpRequest.Builder request) {
        return refusal(page, request);
    }

    private static String refusal(Knocking page, HttpRequest.Builder request) {
        var answer = page.send(request);
        return answer.statusCode() + " " + answer.body().replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*", "$1");
    }
}
