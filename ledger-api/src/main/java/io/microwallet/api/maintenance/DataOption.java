package io.microwallet.api.maintenance;

import io.microwallet.api.cli.service.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder is meant. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MICROWALLET_DATA}",
            description = {
                "The service's data folder: signed heads of the log, and the embedded database",
                "(default: $MICROWALLET_DATA, or .microwallet/data)."
            })
    private @Nullable Path data;

    Path folder() {
        return (data == null ? Home.data() : data).toAbsolutePath().normalize();
    }
}
