package io.microwallet.api.survival;

import io.microwallet.api.server.DatabaseEnvironment;
import io.microwallet.api.server.Serve;
import io.microwallet.api.server.ServeSettings;
import io.microwallet.api.server.StoreTuning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The service in a process of its own that a test may kill; it never outlives the test's. */
public final class MortalService {
    static final String READY = "takes calls at ";
    /** In place of a point to halt at: takes calls, and ends. */
    static final String REHEARSE = "REHEARSE";

    private static final int ORPHANED = 3;

    private MortalService() {}

    /** @param arguments the data directory, and where to halt if anywhere */
    public static void main(String... arguments) {
        Thread.ofPlatform().daemon().start(MortalService::endWithParent);
        var settings = ServeSettings.of(Path.of(arguments[0]))
                .withDatabase(DatabaseEnvironment.service(System.getenv()).orElseThrow())
                .withPorts(0, 0);
        var server = Serve.run(settings, InstantSource.system(), tuning(arguments));
        System.out.println(READY + server.url());
        if (arguments.length > 1 && arguments[1].equals(REHEARSE)) {
            server.close();
            System.exit(0);
        }
    }

    /** Whoever starts one knows that the last one is dead, not silent: it takes calls at once, which is harder on the store. */
    private static StoreTuning tuning(String... arguments) {
        StoreTuning atOnce = usual -> usual.withHandover(Duration.ZERO);
        return arguments.length == 1 || arguments[1].equals(REHEARSE)
                ? atOnce
                : usual -> atOnce.tuned(usual).withSteps(new Halt(Halt.Point.valueOf(arguments[1])));
    }

    /** Its input ends when the parent does, however that ends. */
    private static void endWithParent() {
        try {
            System.in.readAllBytes();
        } catch (IOException _) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
