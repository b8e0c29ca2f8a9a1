package io.microwallet.api.bench.http;

import io.microwallet.api.bench.market.Till;
import io.microwallet.api.bench.measure.Figure;
import io.microwallet.api.bench.measure.Rate;
import io.microwallet.api.bench.stage.Scenario;
import io.microwallet.api.bench.stage.Shop;
import io.microwallet.api.bench.stage.Stage;
import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.ServiceClient;
import io.microwallet.core.client.Scope;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The journal of a ledger, in each format, as finance downloads it: lines a second. */
public final class Exports implements Scenario {
    private static final List<String> FORMATS = List.of("hledger", "csv");

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<Figure> measure(Stage stage) throws Exception {
        var finance = Till.with(Scope.FINANCE);
        prepare(stage, finance);
        try (var server = ServedMarket.serve(stage)) {
            var client = new ServiceClient(server.url(), finance.pair());
            var figures = new ArrayList<Figure>();
            for (var format : FORMATS) {
                // Once to warm up: the first export makes the client's tokens.
                measure(client, format);
                figures.add(measure(client, format));
                stage.progress()
                        .say(
                                "  export as %s: %,.0f lines a second",
                                format, figures.getLast().rate().perSecond());
            }
            return figures;
        }
    }

    private static void prepare(Stage stage, Till finance) throws InterruptedException {
        try (var shop = Shop.open(stage)) {
            var market = shop.market(stage.scale().wallets());
            shop.send(Stream.of(finance.introduced(market)));
            shop.sendWarm(Stream.generate(market::purchase).limit(stage.scale().exported()));
        }
    }

    private Figure measure(ServiceClient client, String format) throws Exception {
        var lines = new CountedLines();
        var begun = System.nanoTime();
        client.download("/v1/exports/journal?format=" + format, lines);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var millis = seconds * 1e3;
        var rate = new Rate(seconds, lines.lines, 0, lines.lines / seconds, millis, millis, millis, millis);
        return new Figure(name(), format, 1, false, rate, 0, Json.object().put("bytes", lines.bytes));
    }

    private static final class CountedLines extends OutputStream {
        private long lines;
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
            if (b == '\n') {
                lines++;
            }
        }

        @Override
        public void write(byte[] some, int from, int length) {
            for (var i = from; i < from + length; i++) {
                write(some[i]);
            }
        }
    }
}
