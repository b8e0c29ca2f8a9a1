package io.microwallet.api.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Canaries: texts, card numbers and secrets that must turn up in no row, no log line, no file and no refusal. */
class NothingLeaksTest {
    private static final String MEMBER = "canary-member-5309";
    private static final String CONTACT = "canary.contact@example.org";
    private static final String TOP_UP = "canary-topup-5309";
    private static final String ORDER = "canary-order-5309";
    private static final List<String> TEXTS = List.of(MEMBER, CONTACT, TOP_UP, ORDER);
    private static final String CARD = "4111111111111111";
    private static final String SPACED_CARD = "4111 1111 1111 1111";
    private static final String PRIVATE_KEY = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RunningService service;
    private TestLedger ledger;
    private TestClient till;
    private TestClient finance;
    private String merchant;

    @BeforeEach
    void start() {
        service = RunningService.start();
        listen();
        ledger = service.sandbox();
        till = ledger.till("Entrance");
        finance = ledger.client("Books", "finance");
        merchant = ledger.merchant("Candle & Clay", "third-party", 0);
    }

    /** Again after each start, which sets logging up anew. */
    private void listen() {
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
        logger(Logger.ROOT_LOGGER_NAME).addAppender(log);
        logger("io.microwallet").setLevel(Level.TRACE);
        log.start();
    }

    private void restart() {
        service.restart();
        listen();
    }

    @AfterEach
    void stop() {
        service.close();
        logger("io.microwallet").setLevel(null);
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void the_texts_of_a_member_are_sealed_while_they_live_and_gone_with_the_member() throws Exception {
        var wallet = till.post(
                        "/v1/wallets", "{\"reference\":\"%s\",\"contact\":\"%s\"}".formatted(MEMBER, CONTACT), "open")
                .expect(201)
                .at("id");
        var topUp = with(
                TOP_UP,
                "{\"wallet\":\"" + wallet
                        + "\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"card\":\"tok_visa\"}");
        var topUpId = till.post("/v1/top-ups", topUp, "top-up").expect(202).at("id");
        till.get("/v1/top-ups/" + topUpId + "?wait=20").expect(200);
        var sale = with(ORDER, TestLedger.sale(wallet, merchant, 500));
        var purchaseId = till.post("/v1/purchases", sale, "sale").expect(201).at("id");
        till.post("/v1/purchases", sale, "no-money-left").expect(422);

        assertThat(reads(wallet, topUpId, purchaseId))
                .as("what the scan would find")
                .contains(TEXTS);
        assertSealed(TEXTS);

        till.post("/v1/wallets/" + wallet + "/close").expect(200);
        var seenByAdmin = ledger.admin()
                .get("/v1/wallets?reference=" + MEMBER)
                .expect(200)
                .at("items/0/id");
        ledger.admin().post("/v1/wallets/" + seenByAdmin + "/erase").expect(200);

        assertThat(reads(wallet, topUpId, purchaseId)).doesNotContain(TEXTS);
        assertThat(replays(wallet, topUp, sale)).doesNotContain(TEXTS);
        restart();
        assertThat(reads(wallet, topUpId, purchaseId)).doesNotContain(TEXTS);
        assertSealed(TEXTS);
    }

    @Test
    void what_was_refused_is_told_to_nobody() throws Exception {
        var wallet = ledger.wallet(till, 500);
        var refusals = Stream.of(
                        "{\"reference\":\"" + CARD + "\"}",
                        "{\"contact\":\"" + SPACED_CARD + "\"}",
                        "{\"" + CARD + "\":1}",
                        "{\"contact\":{\"" + CONTACT + "\":1}}",
                        "{\"contact\":[\"" + CONTACT + "\"]}",
                        "{\"contact\":" + CARD + "}",
                        "{\"reference\":\"" + MEMBER + " with a space\"}",
                        "{\"reference\":\"" + MEMBER + "\",\"contact\":\"" + CONTACT + "\",}",
                        "{\"contact\":\"" + CONTACT,
                        CONTACT)
                .map(body -> till.post("/v1/wallets", body).expect(400));
        var others = Stream.of(
                till.post(
                                "/v1/top-ups",
                                "{\"wallet\":\"" + wallet
                                        + "\",\"amount\":{\"amount\":500,\"currency\":\"EUR\"},\"card\":\"" + CARD
                                        + "\"}")
                        .expect(400),
                till.post("/v1/wallets/resolve", "{\"code\":\"" + CARD + "\"}").expect(400),
                till.get("/v1/wallets/" + CARD).expect(400),
                till.get("/v1/top-ups/" + CARD).expect(400),
                till.get("/v1/wallets?cursor=" + CARD).expect(400),
                till.get("/v1/wallets?limit=" + CARD).expect(400),
                till.get("/v1/wallets?" + CARD + "=1").expect(400),
                till.get("/v1/" + CARD).expect(404),
                ledger.admin()
                        .post(
                                "/v1/clients",
                                "{\"name\":\"x\",\"scopes\":[\"checkout\"],\"key\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                                        + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"" + PRIVATE_KEY
                                        + "\"}}")
                        .expect(400));
        var told = Stream.concat(refusals, others).map(TestAnswer::text).collect(Collectors.joining("\n"));

        var canaries = List.of(CARD, SPACED_CARD, CONTACT, MEMBER, PRIVATE_KEY);
        assertThat(told).doesNotContain(canaries);
        assertSealed(canaries);
    }

    @Test
    void secrets_are_in_their_own_files_and_answers_and_nowhere_else() throws Exception {
        var wallet = ledger.wallet(till, 500);
        var url = till.post("/v1/balance-links", "{\"wallet\":\"" + wallet + "\"}")
                .expect(201)
                .at("url");
        var secret = url.substring(url.indexOf('#') + 1);
        assertThat(status(url.substring(0, url.indexOf('#')))).isEqualTo(200);
        assertThat(status(url.replace("#", "/"))).isEqualTo(404);
        restart();

        var keys = service.data().resolve("keys");
        var secrets = new ArrayList<>(List.of(secret));
        secrets.add(Files.readString(keys.resolve("master.secret")).strip());
        secrets.add(Files.readString(keys.resolve("operator.jwk")).replaceAll("(?s).*\"d\":\"([^\"]+)\".*", "$1"));
        assertThat(secrets).allSatisfy(text -> assertThat(text).hasSizeBetween(20, 64));
        assertThat(ClientKeyPair.read(keys.resolve("operator.jwk")).toString()).doesNotContain(secrets);
        assertSealed(secrets);
    }

    /** Neither in a row of any table, nor in a line of the log, nor in a file beside the keys. */
    private void assertSealed(List<String> canaries) throws SQLException, IOException {
        assertThat(rows()).as("database").contains("EUR").doesNotContain(canaries);
        logger("io.microwallet").trace("control");
        assertThat(lines()).as("log").contains("control").doesNotContain(canaries);
        assertThat(files()).as("files").contains("managementUrl").doesNotContain(canaries);
    }

    /** Everything that can be read of one member. */
    private String reads(String wallet, String topUp, String purchase) {
        var byTill = Stream.of("/v1/wallets/" + wallet, "/v1/wallets/" + wallet + "/statement");
        var byAll = Stream.of(
                "/v1/wallets",
                "/v1/wallets?reference=" + MEMBER,
                "/v1/top-ups",
                "/v1/top-ups?reference=" + TOP_UP,
                "/v1/top-ups/" + topUp,
                "/v1/purchases",
                "/v1/purchases?reference=" + ORDER,
                "/v1/purchases/" + purchase);
        var byFinance =
                Stream.of("/v1/exports/journal?format=hledger", "/v1/exports/journal?format=csv", "/v1/trial-balance");
        var paths = byAll.toList();
        return Stream.of(
                        Stream.concat(byTill, paths.stream()).map(till::get),
                        Stream.concat(byFinance, paths.stream()).map(finance::get),
                        paths.stream().map(ledger.admin()::get))
                .flatMap(answers -> answers)
                .map(TestAnswer::text)
                .collect(Collectors.joining("\n"));
    }

    private String replays(String wallet, String topUp, String sale) {
        var opened = till.post(
                "/v1/wallets", "{\"reference\":\"%s\",\"contact\":\"%s\"}".formatted(MEMBER, CONTACT), "open");
        assertThat(opened.expect(201).replayed()).isTrue();
        assertThat(opened.at("id")).isEqualTo(wallet);
        var answers =
                Stream.of(opened, till.post("/v1/top-ups", topUp, "top-up"), till.post("/v1/purchases", sale, "sale"));
        return answers.map(TestAnswer::text).collect(Collectors.joining("\n"));
    }

    private String rows() throws SQLException {
        try (var connection = service.database().administrator().connect()) {
            var text = new StringBuilder();
            for (var table : tables(connection)) {
                append(connection, table, text);
            }
            return text.toString();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var sql = "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";
        try (var tables = connection.createStatement().executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (tables.next()) {
                names.add(tables.getString(1));
            }
            assertThat(names).contains("public.log", "public.text_index", "public.data_key");
            return names;
        }
    }

    /** Bytes as they are, so that a text among them is read. */
    private static void append(Connection connection, String table, StringBuilder text) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    var bytes = rows.getObject(column) instanceof byte[] found
                            ? found
                            : String.valueOf(rows.getString(column)).getBytes(StandardCharsets.UTF_8);
                    text.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
                }
            }
        }
    }

    private String lines() {
        return List.copyOf(log.list).stream()
                .map(event ->
                        event.getFormattedMessage() + ' ' + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private String files() throws IOException {
        var keys = service.data().resolve("keys");
        try (var files = Files.walk(service.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(keys))
                    .map(NothingLeaksTest::contents)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(service.url().resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String with(String reference, String body) {
        return body.substring(0, body.length() - 1) + ",\"reference\":\"" + reference + "\"}";
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
