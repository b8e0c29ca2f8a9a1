package io.microwallet.api.cli.service;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.signature.key.ClientKeyPair;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a running service. */
public final class ServiceOptions {
    private static final String SERVICE_FILE = "service.json";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MICROWALLET_DATA}",
            description = "The data folder of the service (default: $MICROWALLET_DATA, or .microwallet/data).")
    private @Nullable Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:MICROWALLET_URL}",
            description = "Where the service answers (default: $MICROWALLET_URL, or what the data folder says).")
    private @Nullable URI url;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "${env:MICROWALLET_KEY}",
            description = "The key that signs: a private JWK, or the name of one in the data folder's keys"
                    + " (default: $MICROWALLET_KEY, or the one that fits the command).")
    private @Nullable String key;

    public Path data() {
        return data == null ? Home.data() : data;
    }

    public KeyFiles keyFiles() {
        return new KeyFiles(data().resolve("keys"));
    }

    /** @throws CommandFailed where nothing says where the service is */
    public URI url() {
        if (url != null) {
            return url;
        }
        return url(data())
                .orElseThrow(() -> new CommandFailed(
                        "No service is running on " + data() + " (it has no " + SERVICE_FILE + ").",
                        url(Home.demo()).isPresent()
                                ? "The demo is running: add --data " + Home.demo()
                                        + ". Or start the service: ./microwallet serve"
                                : "Start one: ./microwallet serve. Or say where it is: --url http://HOST:PORT"));
    }

    /** @param preferred the names of key files that would do, best first, where the caller names none */
    public ClientKeyPair keyPair(String... preferred) {
        var file = key == null ? keyFiles().choose(preferred) : keyFiles().named(key);
        try {
            return ClientKeyPair.read(file);
        } catch (NoSuchFileException _) {
            throw new CommandFailed("There is no key " + file + '.', "Name another: --key FILE");
        } catch (IOException e) {
            throw new CommandFailed("Cannot read the key " + file + ": " + e.getMessage(), "");
        }
    }

    private static Optional<URI> url(Path data) {
        try {
            return Json.parse(Files.readAllBytes(data.resolve(SERVICE_FILE)))
                    .map(service -> URI.create(service.path("url").asString("")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
