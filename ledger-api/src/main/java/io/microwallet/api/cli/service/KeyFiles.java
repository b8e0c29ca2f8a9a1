package io.microwallet.api.cli.service;

import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.api.signature.key.PublicJwk;
import io.microwallet.core.client.PublicKey.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** The key pairs of clients that were made here: {@code NAME.jwk}, for their owner's eyes only. */
public final class KeyFiles {
    private static final String SUFFIX = ".jwk";
    private static final String PENDING = ".pending";
    private static final String OPERATOR = "operator";

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * A pair that the service does not know as yet.
     *
     * @param file where it waits for its name, so that an answer that got lost costs no key
     */
    public record Pending(String name, Path file, ClientKeyPair pair) {
        /** The same for the same pair: a second try is a retry. */
        public String idempotencyKey() {
            return "key-" + PublicJwk.thumbprint(pair.publicKey());
        }
    }

    /** @throws CommandFailed where a key of this name exists */
    public Pending pending(String name, Algorithm algorithm) {
        var taken = file(name);
        if (Files.exists(taken)) {
            throw new CommandFailed(taken + " exists.", "Take another name, or move that file away.");
        }
        var file = folder.resolve(fileName(name) + '.' + algorithm.ordinal() + PENDING);
        try {
            if (!Files.exists(file)) {
                ClientKeyPair.generate(algorithm, new SecureRandom()).write(file);
            }
            return new Pending(name, file, ClientKeyPair.read(file));
        } catch (IOException e) {
            throw new CommandFailed("Cannot keep a new key in " + folder + ": " + e.getMessage(), "");
        }
    }

    /** Keeps the pair under the name that the service gave its key. */
    public Path accept(Pending pending, String keyId) {
        var file = file(pending.name());
        try {
            pending.pair().withKeyId(keyId).write(file);
            Files.delete(pending.file());
            return file;
        } catch (IOException e) {
            throw new CommandFailed(
                    "The service knows the key as " + keyId + ", but " + file + " cannot be written: " + e.getMessage(),
                    "The key itself is in " + pending.file() + ": run the same command again.");
        }
    }

    /** Forgets a pair that the service has refused. */
    public void discard(Pending pending) {
        try {
            Files.deleteIfExists(pending.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a key in this folder, or else a path. */
    Path named(String key) {
        var path = Path.of(key);
        return !Files.exists(file(key)) && (Files.isRegularFile(path) || key.contains("/")) ? path : file(key);
    }

    /** The first of the preferred names that is here, or else the only client's key that is here. */
    Path choose(String... preferred) {
        var fitting = Stream.of(preferred).map(this::file).filter(Files::exists).findFirst();
        var names = names();
        var clients = names.stream().filter(name -> !name.equals(OPERATOR)).toList();
        return fitting.orElseGet(() -> {
            if (clients.size() != 1) {
                throw new CommandFailed(
                        names.isEmpty() ? "There is no key in " + folder + "." : "Which key is to sign?",
                        names.isEmpty() ? "Name one: --key FILE" : "Name one: --key " + String.join(" | ", names));
            }
            return file(clients.getFirst());
        });
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private Path file(String name) {
        return folder.resolve(fileName(name) + SUFFIX);
    }

    private static String fileName(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceFirst("^\\.+", "");
    }
}
