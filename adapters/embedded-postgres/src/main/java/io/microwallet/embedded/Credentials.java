package io.microwallet.embedded;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated passwords of the three roles and the port that was used last; a file that only its owner can read. */
record Credentials(int port, String administrator, String owner, String service) {
    private static final int PASSWORD_BYTES = 24;
    private static final String READ_BY_OWNER = "rw-------";

    static Credentials generate(int port) {
        var random = new SecureRandom();
        return new Credentials(port, password(random), password(random), password(random));
    }

    /** @throws EmbeddedDatabaseException if the file is missing or unreadable */
    static Credentials read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new Credentials(
                    Integer.parseInt(properties.getProperty("port", "")),
                    required(properties, "administrator"),
                    required(properties, "owner"),
                    required(properties, "service"));
        } catch (IOException | IllegalArgumentException e) {
            throw new EmbeddedDatabaseException(
                    file + " cannot be read, and without it the database cannot be opened.", e);
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old or the new one. */
    void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("administrator", administrator);
        properties.setProperty("owner", owner);
        properties.setProperty("service", service);
        var text = new StringWriter();
        properties.store(text, "Passwords of the embedded database: keep this file as secret as the data");
        writeSecret(file, text.toString());
    }

    Credentials withPort(int other) {
        return new Credentials(other, administrator, owner, service);
    }

    @Override
    public String toString() {
        return "Credentials[port=" + port + "]";
    }

    static void writeSecret(Path file, String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".fresh");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(READ_BY_OWNER)));
        Files.writeString(fresh, text, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || !value.matches("[0-9a-f]{48}")) {
            throw new IllegalArgumentException("no password of " + name);
        }
        return value;
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
