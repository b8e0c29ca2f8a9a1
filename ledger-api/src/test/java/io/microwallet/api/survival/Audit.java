package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.TestAnswer;
import io.microwallet.embedded.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** After all kills: what clients were told, the export, the balances and the store are one and the same. */
final class Audit {
    private static final String PURCHASES = "/v1/purchases";
    private static final String TOP_UPS = "/v1/top-ups";

    private final Crowd crowd;
    private final OutsideJournal journal;
    private final TestDatabase database;

    Audit(Crowd crowd, TestDatabase database) {
        this.crowd = crowd;
        this.journal = crowd.journal();
        this.database = database;
    }

    void run() {
        journal.settleOpenCalls();
        journal.replay();
        var toppedUp = settledTopUps();
        exportHoldsExactly(toppedUp);
        balancesAre(toppedUp);
        booksBalance();
        SoundStore.check(database);
    }

    /** The top-ups that brought money; each that was taken has its outcome by now. */
    private List<TestAnswer> settledTopUps() {
        var succeeded = new ArrayList<TestAnswer>();
        journal.entries(TOP_UPS, 202).forEach(entry -> {
            var id = entry.answer().at("id");
            var settled =
                    entry.order().client().get(TOP_UPS + '/' + id + "?wait=20").expect(200);
            var wanted = entry.order().body().contains("tok_visa") ? "succeeded" : "failed";
            assertThat(settled.at("status")).as(entry.order().key()).isEqualTo(wanted);
            if (wanted.equals("succeeded")) {
                succeeded.add(settled);
            }
        });
        return succeeded;
    }

    private void exportHoldsExactly(List<TestAnswer> toppedUp) {
        var csv = crowd.finance()
                .get("/v1/exports/journal?format=csv")
                .expect(200)
                .text();
        var references = new HashMap<String, String>();
        var entries = new HashSet<String>();
        csv.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
            var reference = cells[10];
            if (entries.add(cells[0]) && !reference.isEmpty()) {
                assertThat(references.put(reference, cells[4]))
                        .as("twice in the export: " + reference)
                        .isNull();
            }
        });
        var told = new HashSet<String>();
        journal.entries(PURCHASES, 201).forEach(entry -> told.add(entry.order().key()));
        toppedUp.forEach(topUp -> told.add(topUp.at("reference")));
        assertThat(references.keySet()).isEqualTo(told);
        assertThat(entries).hasSize(told.size() + crowd.wallets().size());
    }

    private void balancesAre(List<TestAnswer> toppedUp) {
        Map<String, Long> model = new HashMap<>();
        crowd.wallets().forEach(wallet -> model.put(wallet.token(), Crowd.IN_EACH_WALLET));
        journal.entries(PURCHASES, 201)
                .map(OutsideJournal.Entry::answer)
                .forEach(sale -> model.merge(sale.at("wallet"), -sale.number("amount/amount"), Long::sum));
        toppedUp.forEach(topUp -> model.merge(topUp.at("wallet"), topUp.number("amount/amount"), Long::sum));
        crowd.wallets()
                .forEach(wallet -> assertThat(wallet.available())
                        .as(wallet.token())
                        .isEqualTo(model.get(wallet.token()))
                        .isNotNegative());
    }

    private void booksBalance() {
        var balance = crowd.finance().get("/v1/trial-balance").expect(200).json();
        balance.path("totals")
                .forEach(total -> assertThat(total.path("debits").asLong())
                        .isEqualTo(total.path("credits").asLong())
                        .isPositive());
    }
}
