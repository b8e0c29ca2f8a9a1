package io.microwallet.api.demo;

import io.microwallet.api.cli.TrialBalanceTable;
import io.microwallet.api.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The end of the day: the trial balance, and the journal as a file that hledger reads. */
final class BooksScene {
    private final Cast cast;
    private final Narrator narrator;

    BooksScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return where the export was written */
    Path play(Path exports, DemoReport report) throws IOException {
        narrator.scene("The end of the day: the books");
        var balance = cast.finance().get("/v1/trial-balance").orFail();
        narrator.show(TrialBalanceTable.of(balance));
        narrator.expect(TrialBalanceTable.tiesOut(balance), "the trial balance is zero");
        var file = export(exports);
        report.json().set("trialBalance", balance);
        report.json().set("lastPosition", balance.path("position"));
        report.json().set("chain", balance.path("chain"));
        var totals = totals(balance);
        report.json().set("totals", totals);
        narrator.say(
                "The float, what members still have with us: %s",
                DoorScene.text(totals.path("float").path(0)));
        return file;
    }

    private Path export(Path exports) throws IOException {
        Files.createDirectories(exports);
        var file = exports.resolve(cast.ledger() + ".journal");
        try (var out = Files.newOutputStream(file)) {
            cast.finance().client().download("/v1/exports/journal?format=hledger", out);
        }
        narrator.expect(Files.size(file) > 0, "the journal is exported (%,d bytes)", Files.size(file));
        return file;
    }

    /** By currency: what came in, what merchants and we sold, our commission, and what members still have. */
    private static JsonNode totals(JsonNode balance) {
        var totals = Json.object();
        var sums = new Sums(balance);
        totals.set("toppedUp", sums.of("debits", account -> account.endsWith(":Clearing")));
        totals.set("sold", sums.of("credits", BooksScene::isSale));
        totals.set("commission", sums.of("balance", account -> account.equals("Income:Commission")));
        totals.set("float", sums.of("balance", account -> account.startsWith("Liabilities:Wallet:")));
        return totals;
    }

    private static boolean isSale(String account) {
        return account.endsWith(":Payable")
                || account.startsWith("Income:Sales:")
                || account.equals("Income:Commission");
    }

    /** One side of some accounts, added up by currency. */
    private record Sums(JsonNode balance) {
        JsonNode of(String side, Predicate<String> accounts) {
            var sums = new TreeMap<String, Long>();
            for (var account : balance.path("accounts")) {
                if (accounts.test(Json.text(account, "account"))) {
                    sums.merge(
                            Json.text(account, "currency"),
                            Math.abs(account.path(side).asLong()),
                            Long::sum);
                }
            }
            var amounts = Json.object().putArray("amounts");
            sums.forEach((currency, amount) ->
                    amounts.addObject().put("amount", amount).put("currency", currency));
            return amounts;
        }
    }
}
