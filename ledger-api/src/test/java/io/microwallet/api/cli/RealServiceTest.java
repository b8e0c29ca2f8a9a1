package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.cli.noun.Nouns;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.running.RunningService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A shop set up, run and looked into from the command line alone, against the real service on a real database. */
class RealServiceTest {
    @TempDir
    private static Path data;

    private static String merchant = "";

    /** A data folder of our own beside the shared service, which has other keys in its own. */
    @BeforeAll
    static void open() throws IOException {
        var service = RunningService.shared();
        Files.createDirectories(data.resolve("keys"));
        Files.copy(service.data().resolve("keys/operator.jwk"), data.resolve("keys/operator.jwk"));
        Files.writeString(data.resolve("service.json"), "{\"url\":\"" + service.url() + "\",\"pid\":1}");
        run("ledger", "add", "Pop-ups", "--mode", "sandbox", "--time-zone", "UTC");
        run("client", "add", "till", "--scope", "checkout");
        run("client", "add", "finance", "--scope", "finance", "--es256");
        merchant = id("merchant", "add", "Café", "--commission", "1000");
    }

    @Test
    void from_the_operators_key_to_the_days_journal() {
        assertThat(run("ledger", "list", "--all")).contains("Pop-ups", "sandbox");
        assertThat(run("client", "list")).contains("till", "finance", "active");
        assertThat(run("merchant", "list")).contains(merchant, "Café", "third-party");
        var wallet = wallet("50 EUR");
        run("purchase", "make", wallet, merchant, "12.50 EUR");

        assertThat(run("statement", wallet, "--key", "till")).contains("50.00 EUR", "-12.50 EUR", "37.50 EUR");
        assertThat(run("wallet", "show", wallet)).contains("37.50", "EUR");
        assertThat(run("trial-balance")).contains("Debits equal credits");
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(run("export", "journal", "--from", today, "--to", today, "--format", "hledger"))
                .contains("50.00");

        var refused = Cli.run("client", "list", "--key", "till", "--data", data.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("403");
    }

    @Test
    void a_drop_is_announced_held_captured_and_given_back() throws IOException {
        var popUp = id("pop-up", "create", "Night market", "--opens-at", inDays(60), "--closes-at", inDays(61));
        var drop = id(
                "drop",
                "create",
                "Cups",
                "--merchant",
                merchant,
                "--stock",
                "5",
                "--price",
                "30 EUR",
                "--opens-at",
                inDays(60),
                "--closes-at",
                inDays(61),
                "--pop-up",
                popUp);
        run("drop", "open", drop);
        run("pop-up", "open", popUp);
        var wallet = wallet("100 EUR");
        var hold = id("hold", "place", wallet, "--drop", drop);
        assertThat(run("drop", "show", drop)).containsPattern("held +1\\b").containsPattern("free +4\\b");
        assertThat(run("hold", "list", "--drop", drop)).contains(hold, "open", "30.00 EUR");
        assertThat(run("hold", "capture", hold, "--dry-run")).contains("dry run");

        var shipped = Files.writeString(data.resolve("shipped.txt"), hold + " 25 EUR\n");
        assertThat(run("hold", "capture-all", shipped.toString())).contains(hold, "200");
        run("hold", "void", hold);
        var purchase = hold.replace("ho_", "pu_");
        assertThat(run("purchase", "show", purchase)).contains("25.00 EUR");
        var refund = id("refund", "purchase", purchase, "--amount", "5 EUR");
        assertThat(run("refund", "show", refund)).contains("settled", "5.00 EUR");
        assertThat(run("refund", "list", "--purchase", purchase)).contains(refund);
        assertThat(run("drop", "close", drop)).contains("closes");
        assertThat(run("drop", "list")).contains("Cups", "closed");
        assertThat(run("pop-up", "list")).contains("Night market", "open");
        var job = id("refund", "pop-up", popUp);
        assertThat(run("job", "show", job, "--wait", "20")).contains("done");
        assertThat(run("job", "list", "--pop-up", popUp)).contains(job, "done");
    }

    @Test
    void a_member_joins_a_club_is_given_credit_and_time_passes() {
        var plan = id(
                "plan",
                "create",
                "Clay Club",
                "--price",
                "20 EUR",
                "--period-days",
                "30",
                "--credit",
                "10 EUR",
                "--credit-lifetime-days",
                "14",
                "--cliff",
                "5:5 EUR:30");
        assertThat(run("plan", "show", plan)).contains("20.00 EUR", "POP-UPS", "5.00 EUR");
        var wallet = wallet("50 EUR");
        var membership = id("membership", "start", wallet, plan);
        assertThat(run("membership", "list", "--wallet", wallet)).contains(membership, "running");
        var credit = id("credit", "give", wallet, "5 EUR", "--expires-at", inDays(400));
        assertThat(run("credit", "list", "--wallet", wallet)).contains(credit, "5.00 EUR", "ledger");
        run("membership", "cancel", membership);

        run("clock", "forward", "31d");

        assertThat(run("membership", "show", membership)).contains("ended");
        assertThat(run("plan", "retire", plan)).contains("retired");
    }

    @Test
    void finance_pays_out_and_settles_what_members_owe() {
        var wallet = wallet("20 EUR");
        run("purchase", "make", wallet, merchant, "20 EUR");
        assertThat(run("payout", "owed", merchant)).contains("PAYABLE");
        var payout = id("payout", "request", merchant, "--amount", "1 EUR");
        assertThat(run("payout", "settle", payout)).contains("settled", "1.00 EUR");
        assertThat(run("payout", "list", "--merchant", merchant)).contains(payout);

        var paid = id("processor-payout", "report", "payout_" + payout, "19.60 EUR", "--fee", "0.40 EUR");
        assertThat(run("processor-payout", "show", paid)).contains("19.60 EUR", "0.40 EUR", "booked");
        assertThat(run("processor-payout", "list", "--processor", "simulator")).contains(paid);

        var topUp = json("top-up", "list", "--wallet", wallet, "--json")
                .at("/items/0/id")
                .asString();
        var dispute = id("chargeback", "report", "dp_" + topUp, "20 EUR", "--top-up", topUp, "--fee", "15 EUR");
        assertThat(run("chargeback", "show", dispute)).contains("20.00 EUR", "15.00 EUR");
        assertThat(run("wallet", "show", wallet)).contains("frozen");
        assertThat(run("exception", "list")).contains("KIND");
    }

    @Test
    void limits_are_shown_and_changed_one_by_one() {
        assertThat(run("limits", "set", "--open-holds", "7")).containsPattern("open holds +7\\b");
        assertThat(run("limits", "show")).containsPattern("open holds +7\\b").contains("top-ups a day");
    }

    /** So that nobody is sent to {@code request} for what has a name. */
    @Test
    void every_call_of_the_api_has_a_command_and_no_command_calls_what_is_not_there() throws Exception {
        var ofTheirOwn = Stream.of(
                "POST /v1/ledgers",
                "POST /v1/clients",
                "POST /v1/clients/{}/keys",
                "POST /v1/holds/capture",
                "POST /v1/batches",
                "GET /v1/wallets/{}/statement",
                "GET /v1/trial-balance",
                "GET /v1/exports/journal");
        var declared = Nouns.all().values().stream().flatMap(noun -> noun.get().calls());

        assertThat(Stream.concat(declared, ofTheirOwn).distinct()).containsExactlyInAnyOrderElementsOf(documented());
    }

    private static List<String> documented() throws Exception {
        var request = HttpRequest.newBuilder(RunningService.shared().url().resolve("/v3/api-docs"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var document = http.send(request, BodyHandlers.ofByteArray()).body();
            return Json.parse(document)
                    .orElseThrow()
                    .path("paths")
                    .propertyStream()
                    .filter(path -> path.getKey().startsWith("/v1/"))
                    .flatMap(path -> path.getValue()
                            .propertyStream()
                            .map(method -> method.getKey().toUpperCase(Locale.ROOT)
                                    + ' '
                                    + path.getKey().replaceAll("\\{\\w+}", "{}")))
                    .toList();
        }
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String wallet(String amount) {
        var wallet = id("wallet", "open");
        var topUp = id("top-up", "request", wallet, amount, "--card", "tok_visa");
        assertThat(run("top-up", "show", topUp, "--wait", "20")).contains("succeeded");
        return wallet;
    }

    private static String id(String... args) {
        return json(Cli.with(args, "--json")).path("id").asString();
    }

    private static JsonNode json(String... args) {
        return Json.parse(run(args).getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String run(String... args) {
        var result = Cli.run(Cli.with(args, "--data", data.toString()));
        assertThat(result.exitCode())
                .as(String.join(" ", args) + '\n' + result.out() + result.err())
                .isZero();
        return result.out();
    }
}
