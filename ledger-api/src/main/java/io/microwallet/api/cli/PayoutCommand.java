package io.microwallet.api.cli;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.output.OutputOptions;
import io.microwallet.api.cli.output.Table;
import io.microwallet.api.cli.output.Table.Column;
import io.microwallet.api.cli.service.IdempotencyKeys;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.api.cli.service.ServiceOptions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code payout owed|request|settle|fail|list}: signed with a finance client's key. */
@Command(
        name = "payout",
        description = "Pay sellers what they are owed.",
        subcommands = {
            PayoutCommand.Owed.class,
            PayoutCommand.Requesting.class,
            PayoutCommand.Settle.class,
            PayoutCommand.Fail.class,
            PayoutCommand.Listing.class
        })
public final class PayoutCommand {
    private static final String FINANCE = "finance";

    private static String freshKey() {
        return IdempotencyKeys.fresh(InstantSource.system(), new SecureRandom());
    }

    @Command(name = "owed", description = "Print what a seller is owed.")
    static final class Owed implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "MERCHANT", description = "Its id: m_…")
        private String merchant = "";

        @Override
        public Integer call() {
            var answer = ServiceClient.of(service, FINANCE)
                    .get("/v1/merchants/" + ServiceClient.encoded(merchant) + "/payable");
            output.print(answer, () -> table(answer.path("balances")).toString());
            return 0;
        }

        private static Table table(JsonNode balances) {
            var table = new Table(
                    Column.left("CURRENCY"),
                    Column.right("PAYABLE"),
                    Column.right("ON ITS WAY"),
                    Column.right("OWED BY IT"));
            balances.forEach(balance -> {
                var currency = Json.text(balance, "currency");
                table.row(
                        currency,
                        Amounts.format(balance.path("payable").asLong(), currency),
                        Amounts.format(balance.path("inFlight").asLong(), currency),
                        Amounts.format(balance.path("owed").asLong(), currency));
            });
            return table;
        }
    }

    @Command(name = "request", description = "Pay a seller out: all that it is owed, or an amount.")
    static final class Requesting implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "MERCHANT", description = "Its id: m_…")
        private String merchant = "";

        @Option(names = "--amount", paramLabel = "MINOR_UNITS", description = "1250 is 12.50 EUR (default: all).")
        private @Nullable Long amount;

        @Option(names = "--currency", paramLabel = "CODE", description = "As in EUR; needed with an amount.")
        private @Nullable String currency;

        @Option(names = "--reference", paramLabel = "TEXT", description = "Your own number for it, to find it by.")
        private @Nullable String reference;

        @Override
        public Integer call() {
            var body = Json.object().put("merchant", merchant);
            if (amount != null) {
                body.putObject("amount").put("amount", amount).put("currency", currency);
            } else if (currency != null) {
                body.put("currency", currency);
            }
            if (reference != null) {
                body.put("reference", reference);
            }
            var answer = ServiceClient.of(service, FINANCE)
                    .post("/v1/payouts", body, freshKey())
                    .orFail();
            output.print(answer, () -> told(answer));
            return 0;
        }
    }

    @Command(name = "settle", description = "Report that a payout left the bank account.")
    static final class Settle implements Callable<Integer> {
        @Mixin
        private Report report = new Report();

        @Override
        public Integer call() {
            return report.send("settle");
        }
    }

    @Command(name = "fail", description = "Report that a payout did not leave the bank account, or came back to it.")
    static final class Fail implements Callable<Integer> {
        @Mixin
        private Report report = new Report();

        @Override
        public Integer call() {
            return report.send("fail");
        }
    }

    /** What both reports of the bank are called with. */
    static final class Report {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "PAYOUT", description = "Its id: po_…")
        private String payout = "";

        int send(String word) {
            var target = "/v1/payouts/" + ServiceClient.encoded(payout) + '/' + word;
            var answer =
                    ServiceClient.of(service, FINANCE).post(target, freshKey()).orFail();
            output.print(answer, () -> told(answer));
            return 0;
        }
    }

    private static String told(JsonNode payout) {
        return "payout %s of %s is %s%n"
                .formatted(Json.text(payout, "id"), Amounts.format(payout.path("amount")), Json.text(payout, "status"));
    }

    @Command(name = "list", description = "List payouts, newest first.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private ServiceOptions service = new ServiceOptions();

        @Mixin
        private OutputOptions output = new OutputOptions();

        @Option(names = "--merchant", paramLabel = "MERCHANT", description = "Only this seller's.")
        private @Nullable String merchant;

        @Override
        public Integer call() {
            var filter = Optional.ofNullable(merchant)
                    .map(id -> "?merchant=" + ServiceClient.encoded(id))
                    .orElse("");
            var payouts = ServiceClient.of(service, FINANCE).list("/v1/payouts" + filter, "items");
            output.printItems(payouts, () -> table(payouts));
            return 0;
        }

        private static Table table(Iterable<JsonNode> payouts) {
            var table = new Table(
                    Column.left("ID"),
                    Column.left("MERCHANT"),
                    Column.right("AMOUNT"),
                    Column.left("STATUS"),
                    Column.left("AT"),
                    Column.left("REFERENCE"));
            payouts.forEach(payout -> table.row(
                    Json.text(payout, "id"),
                    Json.text(payout, "merchant"),
                    Amounts.format(payout.path("amount")),
                    Json.text(payout, "status"),
                    Json.text(payout, "at"),
                    Json.text(payout, "reference")));
            return table;
        }
    }
}
