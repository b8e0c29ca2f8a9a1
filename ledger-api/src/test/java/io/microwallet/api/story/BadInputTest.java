package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a call, it gets its own 4xx problem, and the log stays as it is. */
class BadInputTest {
    private static final String MONEY = "{\"amount\":100,\"currency\":\"EUR\"}";

    private static RunningService service;
    private static TestLedger ledger;
    private static TestClient till;
    private static String wallet;
    private static String merchant;
    private static String foreignWallet;
    private static String foreignMerchant;
    private static String foreignClient;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        wallet = ledger.wallet(till, 5_000);
        merchant = ledger.merchant("Candle & Clay", "third-party", 800);
        foreignWallet = ledger.wallet(ledger.till("Stall 7"), 0);
        var other = service.sandbox();
        foreignMerchant = other.merchant("Elsewhere", "own", 0);
        foreignClient = other.admin().id();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** One thing that is wrong, and what it is called. */
    record Row(String what, int status, String code, Function<TestClient, TestAnswer> call) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(types(), amounts(), names(), shapes(), routes()).flatMap(Function.identity());
    }

    private static Stream<Row> types() {
        return Stream.of(
                sale("a text for an amount", "INVALID_FIELD", money("\"100\"", "EUR")),
                sale("true for an amount", "INVALID_FIELD", money("true", "EUR")),
                sale("null for an amount", "MISSING_FIELD", money("null", "EUR")),
                sale("an object for an amount", "INVALID_FIELD", money("{}", "EUR")),
                sale("a number for money", "INVALID_FIELD", body(wallet, merchant, "100")),
                sale(
                        "a number for a token",
                        "INVALID_FIELD",
                        "{\"wallet\":7,\"merchant\":\"m\",\"amount\":" + MONEY + "}"),
                sale("a list for the body", "INVALID_FIELD", "[]"),
                sale("a text for the body", "INVALID_FIELD", "\"sale\""),
                sale("null for the body", "MALFORMED_JSON", "null"),
                new Row("no body", 415, "MEDIA_TYPE_UNSUPPORTED", client -> client.post("/v1/purchases", "")),
                sale("no wallet", "MISSING_FIELD", "{\"merchant\":\"" + merchant + "\",\"amount\":" + MONEY + "}"),
                sale("no currency", "MISSING_FIELD", body(wallet, merchant, "{\"amount\":100}")),
                sale("an unknown field", "UNKNOWN_FIELD", with("\"tip\":5")),
                sale(
                        "an unknown field inside",
                        "UNKNOWN_FIELD",
                        body(wallet, merchant, "{\"amount\":1,\"currency\":\"EUR\",\"x\":1}")),
                sale("a field twice", "MALFORMED_JSON", with("\"merchant\":\"" + merchant + "\"")),
                sale("half of an object", "MALFORMED_JSON", "{\"wallet\":"),
                sale("something behind the end", "MALFORMED_JSON", TestLedger.sale(wallet, merchant, 1) + " x"),
                sale("a second object behind the end", "INVALID_FIELD", TestLedger.sale(wallet, merchant, 1) + "{}"),
                sale("a comment", "MALFORMED_JSON", "/* */" + TestLedger.sale(wallet, merchant, 1)),
                sale("too deep", "MALFORMED_JSON", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"));
    }

    private static Stream<Row> amounts() {
        return Stream.of(
                sale("a decimal", "INVALID_FIELD", money("12.50", "EUR")),
                sale("a decimal that is whole", "INVALID_FIELD", money("12.0", "EUR")),
                sale("an exponent", "INVALID_FIELD", money("1e2", "EUR")),
                sale("nothing at all", "INVALID_FIELD", money("0", "EUR")),
                sale("less than nothing", "INVALID_FIELD", money("-1", "EUR")),
                sale("2^53", "INVALID_FIELD", money("9007199254740992", "EUR")),
                sale("2^63", "MALFORMED_JSON", money("9223372036854775808", "EUR")),
                sale("a number of 1,000 digits", "MALFORMED_JSON", money("1".repeat(1_000), "EUR")),
                sale("a currency in small letters", "INVALID_FIELD", money("100", "eur")),
                sale("no currency of ISO 4217", "INVALID_FIELD", money("100", "ZZZ")),
                sale("a metal", "INVALID_FIELD", money("100", "XAU")));
    }

    private static Stream<Row> names() {
        return Stream.of(
                sale(
                        "a token with a wrong check character",
                        "INVALID_TOKEN",
                        body(wrongCheck(wallet), merchant, MONEY)),
                sale(
                        "a token in small letters",
                        "INVALID_TOKEN",
                        body(wallet.toLowerCase(Locale.ROOT), merchant, MONEY)),
                sale("no token at all", "INVALID_TOKEN", body("wallet-1", merchant, MONEY)),
                absent("another client's token", "WALLET_NOT_FOUND", body(foreignWallet, merchant, MONEY)),
                absent("another ledger's merchant", "MERCHANT_NOT_FOUND", body(wallet, foreignMerchant, MONEY)),
                sale("an id of another kind", "INVALID_FIELD", body(wallet, foreignClient, MONEY)),
                sale("a reference with a space", "INVALID_FIELD", with("\"reference\":\"order 1\"")),
                sale("a reference of 65 characters", "INVALID_FIELD", with("\"reference\":\"" + "x".repeat(65) + "\"")),
                sale(
                        "a card number as a reference",
                        "CARD_NUMBER_REFUSED",
                        with("\"reference\":\"4111-1111-1111-1111\"")),
                sale("a time without a zone", "INVALID_FIELD", with("\"effectiveAt\":\"2026-11-23T18:30:00\"")),
                sale(
                        "a time in nanoseconds",
                        "INVALID_FIELD",
                        with("\"effectiveAt\":\"2026-11-23T18:30:00.123456789Z\"")),
                new Row(
                        "a card number for a card token",
                        400,
                        "CARD_NUMBER_REFUSED",
                        client -> client.post(
                                "/v1/top-ups",
                                "{\"wallet\":\"" + wallet + "\",\"amount\":" + MONEY
                                        + ",\"card\":\"5555555555554444\"}")),
                new Row(
                        "a card number as a contact",
                        400,
                        "CARD_NUMBER_REFUSED",
                        client -> client.post("/v1/wallets", "{\"contact\":\"my card is 3782 822463 10005\"}")),
                new Row(
                        "a lone surrogate as a contact",
                        400,
                        "INVALID_FIELD",
                        client -> client.post("/v1/wallets", "{\"contact\":\"\\ud800\"}")),
                new Row(
                        "another client's token to read",
                        404,
                        "WALLET_NOT_FOUND",
                        client -> client.get("/v1/wallets/" + foreignWallet)),
                new Row(
                        "a malformed token to read",
                        400,
                        "INVALID_TOKEN",
                        client -> client.get("/v1/wallets/" + wrongCheck(wallet))),
                new Row(
                        "a top-up that nobody asked for",
                        404,
                        "TOP_UP_NOT_FOUND",
                        client -> client.get("/v1/top-ups/tu_01KAZ3Q5R2T4V6X8Z0B1C3D5FG")),
                new Row(
                        "another ledger's merchant to read",
                        404,
                        "MERCHANT_NOT_FOUND",
                        client -> client.get("/v1/merchants/" + foreignMerchant)),
                new Row("a purchase's id that is none", 400, "INVALID_ID", client -> client.get("/v1/purchases/7")));
    }

    private static Stream<Row> shapes() {
        var sale = TestLedger.sale(wallet, merchant, 100);
        return Stream.of(
                new Row(
                        "a body that is too large",
                        413,
                        "BODY_TOO_LARGE",
                        client -> client.post("/v1/purchases", " ".repeat(70_000) + sale)),
                new Row(
                        "a body of another type",
                        415,
                        "MEDIA_TYPE_UNSUPPORTED",
                        client -> client.send(client.request(
                                "POST",
                                "/v1/purchases",
                                Map.of("idempotency-key", "k1", "content-type", "text/plain"),
                                sale))),
                new Row(
                        "a body in another character set",
                        415,
                        "MEDIA_TYPE_UNSUPPORTED",
                        client -> client.send(client.request(
                                "POST",
                                "/v1/purchases",
                                Map.of("idempotency-key", "k1", "content-type", "application/json; charset=utf-16"),
                                sale))),
                new Row(
                        "a body where none belongs",
                        400,
                        "MALFORMED_REQUEST",
                        client -> client.post("/v1/wallets/" + wallet + "/freeze", "{}")),
                new Row(
                        "a key of 129 characters",
                        400,
                        "IDEMPOTENCY_KEY_INVALID",
                        client -> client.post("/v1/purchases", sale, "k".repeat(129))),
                new Row(
                        "a key with a space",
                        400,
                        "IDEMPOTENCY_KEY_INVALID",
                        client -> client.post("/v1/purchases", sale, "two words")),
                new Row(
                        "an answer that nobody has",
                        406,
                        "NOT_ACCEPTABLE",
                        client -> client.send(client.request("GET", "/v1/wallets", Map.of("accept", "text/html"), ""))),
                new Row(
                        "a private key",
                        400,
                        "PRIVATE_KEY_REFUSED",
                        _ -> ledger.admin()
                                .post(
                                        "/v1/clients",
                                        "{\"name\":\"x\",\"scopes\":[\"checkout\"],\"key\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}}")),
                new Row(
                        "a key that is no point of its curve",
                        400,
                        "INVALID_FIELD",
                        _ -> ledger.admin()
                                .post(
                                        "/v1/clients",
                                        "{\"name\":\"x\",\"scopes\":[\"checkout\"],\"key\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}}")),
                new Row(
                        "the operator's scope",
                        400,
                        "INVALID_FIELD",
                        _ -> ledger.admin()
                                .post(
                                        "/v1/clients",
                                        "{\"name\":\"x\",\"scopes\":[\"operator\"],\"key\":"
                                                + TestClient.jwk(TestClient.newKeys()) + "}")));
    }

    private static Stream<Row> routes() {
        return Stream.of(
                new Row("a path that is none", 404, "ROUTE_NOT_FOUND", client -> client.get("/v1/wallet")),
                new Row("a path with a parameter", 404, "ROUTE_NOT_FOUND", client -> client.get("/v1/wallets;x=1")),
                new Row("a path that is encoded", 404, "ROUTE_NOT_FOUND", client -> client.get("/v1/%77allets")),
                new Row(
                        "another method",
                        405,
                        "METHOD_NOT_ALLOWED",
                        client -> client.send(client.request(
                                "DELETE", "/v1/wallets/" + wallet, Map.of("idempotency-key", "k1"), ""))),
                new Row("an unknown parameter", 400, "UNKNOWN_PARAMETER", client -> client.get("/v1/wallets?size=5")),
                new Row(
                        "a parameter twice",
                        400,
                        "INVALID_PARAMETER",
                        client -> client.get("/v1/wallets?limit=5&limit=6")),
                new Row("a limit of nothing", 400, "INVALID_PARAMETER", client -> client.get("/v1/wallets?limit=0")),
                new Row(
                        "a limit that is too high",
                        400,
                        "INVALID_PARAMETER",
                        client -> client.get("/v1/wallets?limit=201")),
                new Row(
                        "a cursor that is none",
                        400,
                        "INVALID_CURSOR",
                        client -> client.get("/v1/wallets?cursor=AAAA")),
                new Row(
                        "a wait that is too long",
                        400,
                        "INVALID_PARAMETER",
                        client -> client.get("/v1/top-ups/" + anyTopUp() + "?wait=31")),
                new Row("a scope that the client has not", 403, "SCOPE_MISSING", client -> client.get("/v1/clients")),
                new Row(
                        "an erasure by a till",
                        403,
                        "SCOPE_MISSING",
                        client -> client.post("/v1/wallets/" + wallet + "/erase")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void is_told_precisely_and_changes_nothing(Row row) {
        var topUps = anyTopUp();
        var before = service.position();
        var answer = row.call().apply(till);
        assertThat(answer.status()).as(answer.text()).isEqualTo(row.status());
        assertThat(row.code().split("\\|")).as(answer.text()).contains(answer.at("code"));
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.header("cache-control")).hasValue("no-store");
        assertThat(service.position()).isEqualTo(before);
        assertThat(anyTopUp()).isEqualTo(topUps);
    }

    private static String anyTopUp() {
        return till.get("/v1/top-ups?limit=1").expect(200).at("items/0/id");
    }

    private static Row sale(String what, String code, String body) {
        return new Row(
                what,
                400,
                code,
                client -> client.post("/v1/purchases", body, UUID.randomUUID().toString()));
    }

    private static Row absent(String what, String code, String body) {
        return new Row(what, 404, code, client -> client.post("/v1/purchases", body));
    }

    private static String body(String wallet, String merchant, String money) {
        return "{\"wallet\":\"" + wallet + "\",\"merchant\":\"" + merchant + "\",\"amount\":" + money + "}";
    }

    private static String money(String amount, String currency) {
        return body(wallet, merchant, "{\"amount\":" + amount + ",\"currency\":\"" + currency + "\"}");
    }

    private static String with(String field) {
        var sale = TestLedger.sale(wallet, merchant, 100);
        return sale.substring(0, sale.length() - 1) + ',' + field + '}';
    }

    private static String wrongCheck(String token) {
        var last = token.charAt(token.length() - 1) == 'X' ? 'Y' : 'X';
        return token.substring(0, token.length() - 1) + last;
    }
}
