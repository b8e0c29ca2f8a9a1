package io.microwallet.api.demo;

import io.microwallet.api.cli.TrialBalanceTable;
import io.microwallet.api.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        report.json().set("totals", totals(balance));
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

    private static JsonNode totals(JsonNode balance) {
        var totals = Json.object();
        var toppedUp = totals.putArray("toppedUp");
        var sold = totals.putArray("sold");
        var commission = totals.putArray("commission");
        for (var account : balance.path("accounts")) {
            var name = Json.text(account, "account");
            var currency = Json.text(account, "currency");
            if (name.endsWith(":Clearing")) {
                toppedUp.addObject()
                        .put("amount", account.path("debits").asLong())
                        .put("currency", currency);
            } else if (name.equals("Liabilities:Wallet:Cash:Available")) {
                sold.addObject().put("amount", account.path("debits").asLong()).put("currency", currency);
            } else if (name.equals("Income:Commission")) {
                commission
                        .addObject()
                        .put("amount", account.path("credits").asLong())
                        .put("currency", currency);
            }
        }
        return totals;
    }
}
