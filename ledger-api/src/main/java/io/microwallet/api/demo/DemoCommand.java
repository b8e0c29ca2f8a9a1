package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.Home;
import io.microwallet.api.server.RunningServer;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code demo}: a small pop-up on an embedded database of its own. */
@Command(
        name = "demo",
        description = {
            "Start the service on an embedded PostgreSQL of its own (.microwallet/demo) and play the evening of a pop-up",
            "through the signed API: 200 members, two drops, returns, and the books; then stay up until Ctrl-C. To begin anew, delete .microwallet/demo."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every step did what it should, and the books are whole.",
            "1:Not so.",
            "2:Not called as it should be."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String EXTERNAL_DATABASE = "MICROWALLET_DB_URL";

    @Option(names = "--exit", description = "Stop at the end of the play.")
    private boolean exit;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object as the last line, as in demo-report.schema.json; the story goes to standard error.")
    private boolean json;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen on 127.0.0.1 (default: any free port).")
    private int port;

    @Override
    public Integer call() throws Exception {
        requireOwnDatabase(System.getenv());
        var data = Home.demo().toAbsolutePath().normalize();
        var narrator = new Narrator(json ? System.err : System.out);
        var report = new DemoReport();
        narrator.scene("Starting the service on a PostgreSQL of its own");
        narrator.say("It keeps everything in %s; to begin anew, delete that folder.", data);
        try (var service = Serve.run(ServeSettings.of(data).withPorts(port, 0))) {
            var link = new Evening(service, data, narrator, report).play();
            farewell(service.url(), link, data, narrator, report);
            if (json) {
                new PrintStream(System.out, true).println(Json.compact(report.json()));
            }
            if (!exit) {
                stayUntilInterrupted(service, narrator);
            }
        }
        return narrator.surprises() == 0 ? 0 : 1;
    }

    /** What is played here must never be played on a database that someone else's money is in. */
    static void requireOwnDatabase(Map<String, String> environment) {
        if (environment.containsKey(EXTERNAL_DATABASE)) {
            throw new CommandFailed(
                    "The demo runs on an embedded database of its own, never on the one that " + EXTERNAL_DATABASE
                            + " names.",
                    "Unset " + EXTERNAL_DATABASE + " and run it again.");
        }
    }

    private static void farewell(URI url, String link, Path data, Narrator narrator, DemoReport report) {
        narrator.scene("Have a look yourself");
        narrator.say("A member's balance link   %s", link);
        narrator.say("API docs                  %s/docs", url);
        narrator.say(
                "The journal for hledger   %s",
                report.json().path("paths").path("export").asString());
        narrator.say("Ask for more              ./microwallet --help   (with --data %s)", data);
        ObjectNode paths = report.json().withObject("/paths");
        paths.put("data", data.toString()).put("balanceLink", link).put("docs", url + "/docs");
    }

    private static void stayUntilInterrupted(RunningServer service, Narrator narrator) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        narrator.scene("The service is up. Ctrl-C ends it.");
        service.awaitClosed();
    }
}
