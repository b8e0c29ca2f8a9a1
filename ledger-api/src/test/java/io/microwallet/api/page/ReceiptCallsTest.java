package io.microwallet.api.page;

import static io.microwallet.api.page.receipt.ReceiptVerifier.verified;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts over bare HTTP: who gets one, and what anybody can prove with it. */
class ReceiptCallsTest {
    private static RunningService service;
    private static Member member;
    private static String purchase;
    private Knocking page;
    private String cookie;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        member = Member.with(service, 1_000);
        member.topsUp(2_000, "tok_visa");
        purchase = member.buys(1_550);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void openLink() {
        page = new Knocking(member.link());
        cookie = page.opened();
    }

    @Test
    void a_receipt_is_verified_offline_with_the_published_keys() {
        var answer = get("/receipts/" + purchase + ".jws");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/jose");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"receipt-" + purchase + ".jws\"");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(verified(answer.body(), keys().body()).orElseThrow())
                .contains("\"purchase\":\"" + purchase + '"')
                .contains("\"ledger\":{\"name\":\"Harbour Street\",\"mode\":\"sandbox\"}")
                .contains("\"name\":\"Candle & Clay\"")
                .contains("\"amount\":{\"amount\":1550,\"currency\":\"EUR\"},\"draws\":["
                        + "{\"kind\":\"cash\",\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}},"
                        + "{\"kind\":\"cash\",\"amount\":{\"amount\":550,\"currency\":\"EUR\"}}]")
                .contains("\"available\":{\"amount\":1450,\"currency\":\"EUR\"}")
                .doesNotContain(member.wallet(), "w1_", "wallet", "lot");
    }

    @Test
    void a_receipt_that_was_tampered_with_is_found_out() {
        var parts = get("/receipts/" + purchase + ".jws").body().split("\\.");
        var said = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        var more = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(said.replace("1550", "1551").getBytes(UTF_8));

        assertThat(verified(String.join(".", parts), keys().body())).contains(said);
        assertThat(verified(parts[0] + '.' + more + '.' + parts[2], keys().body()))
                .isEmpty();
    }

    @Test
    void a_restart_changes_neither_the_key_nor_a_receipt() {
        var receipt = get("/receipts/" + purchase + ".jws").body();
        var keys = keys().body();

        service.restart();

        assertThat(keys().body()).isEqualTo(keys);
        assertThat(get("/receipts/" + purchase + ".jws").body()).isEqualTo(receipt);
        assertThat(verified(receipt, keys().body())).isPresent();
    }

    @Test
    void the_keys_are_public_and_may_be_kept_for_five_minutes() {
        var answer = keys();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/jwk-set+json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=300, public");
        assertThat(answer.body()).contains("\"crv\":\"Ed25519\"").doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".jws"})
    void a_receipt_is_shown_in_a_session_of_its_own_wallet_only(String form) {
        var other = member.another(1_000);
        var others = other.buys(100);

        assertThat(get("/receipts/" + purchase + form).statusCode()).isEqualTo(200);
        assertThat(refusal(get("/receipts/" + others + form))).isEqualTo("404 RECEIPT_UNKNOWN");
        assertThat(refusal(get("/receipts/pu_00000000000000000000000000" + form)))
                .isEqualTo("404 RECEIPT_UNKNOWN");
        assertThat(refusal(get("/receipts/nothing" + form))).isEqualTo("404 RECEIPT_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".jws"})
    void without_a_session_of_this_very_link_there_is_no_receipt(String form) {
        var another = new Knocking(member.link());
        var path = "/receipts/" + purchase + form;

        assertThat(refusal(page.send(page.to(path)))).isEqualTo("401 SESSION_ENDED");
        assertThat(refusal(another.send(another.to(path).header("Cookie", cookie))))
                .isEqualTo("401 SESSION_ENDED");
    }

    @Test
    void a_revoked_link_shows_no_receipt_any_more() {
        var link = member.link();
        var ended = new Knocking(link);
        var session = ended.opened();
        member.revoke(link);

        var answer = ended.send(ended.to("/receipts/" + purchase + ".jws").header("Cookie", session));
        assertThat(refusal(answer)).isEqualTo("410 LINK_ENDED");
    }

    private HttpResponse<String> get(String path) {
        return page.send(page.to(path).header("Cookie", cookie));
    }

    private static HttpResponse<String> keys() {
        var everybody = new Knocking(new Member.Link("", service.url().toString(), ""));
        return everybody.send(everybody.to("/.well-known/jwks.json"));
    }

    private static String refusal(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body().replaceAll("(?s).*\"code\":\"([A-Z_]+)\".*", "$1");
    }
}
