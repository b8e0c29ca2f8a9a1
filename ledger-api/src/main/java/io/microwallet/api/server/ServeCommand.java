package io.microwallet.api.server;

import io.microwallet.api.cli.service.CommandFailed;
import io.microwallet.api.cli.service.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs the service until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Run the service: on an embedded PostgreSQL in the data folder, or on the database that MICROWALLET_DB_URL",
            "(with _USER and _PASSWORD) names. Ctrl-C or SIGTERM ends it: what was taken is answered first."
        })
public final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MICROWALLET_DATA}",
            description =
                    "Keys, heads of the log and the embedded database (default: $MICROWALLET_DATA, or .microwallet/data).")
    private @Nullable Path data;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Where to listen (default: ${DEFAULT-VALUE}). Another than loopback needs TLS or --behind-proxy.")
    private String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = ServeSettings.PORT;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "Health and metrics, on loopback always (default: ${DEFAULT-VALUE}).")
    private int managementPort = ServeSettings.MANAGEMENT_PORT;

    @Option(
            names = "--authority",
            paramLabel = "HOST[:PORT]",
            description = "What signed calls may name as @authority; repeat for more (default: the bound address).")
    private List<String> authorities = List.of();

    @Option(names = "--behind-proxy", description = "A proxy with TLS stands in front.")
    private boolean behindProxy;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "A certificate chain, PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM.")
    private @Nullable Path privateKey;

    @Option(
            names = "--calls-per-second",
            paramLabel = "N",
            description = "How many calls one client may make (default: ${DEFAULT-VALUE}).")
    private int callsPerSecond = ServeSettings.CALLS_PER_SECOND_AND_CLIENT;

    @Override
    public Integer call() throws InterruptedException {
        try (var server = Serve.run(settings())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            Serve.greet(server, System.out);
            server.awaitClosed();
        }
        return 0;
    }

    private ServeSettings settings() {
        try {
            return new ServeSettings(
                    (data == null ? Home.data() : data).toAbsolutePath().normalize(),
                    DatabaseEnvironment.service(System.getenv()),
                    address,
                    port,
                    managementPort,
                    authorities,
                    behindProxy,
                    tls(),
                    callsPerSecond);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    String.valueOf(e.getMessage()),
                    "See --tls-certificate, --tls-key and --behind-proxy: ./microwallet serve --help");
        }
    }

    private Optional<ServeSettings.Tls> tls() {
        if (certificate == null && privateKey == null) {
            return Optional.empty();
        }
        if (certificate == null || privateKey == null) {
            throw new CommandFailed(
                    "A certificate and its key go together.", "Give both --tls-certificate and --tls-key.");
        }
        return Optional.of(new ServeSettings.Tls(certificate, privateKey));
    }
}
