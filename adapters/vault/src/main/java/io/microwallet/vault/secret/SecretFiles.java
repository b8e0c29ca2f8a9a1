package io.microwallet.vault.secret;

import io.microwallet.vault.crypto.Aead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** One file a secret: {@code NAME.secret}, 64 hex digits, readable by its owner alone (0600). */
public final class SecretFiles implements SecretStore {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int DIGITS = 2 * Aead.KEY_BYTES;

    private final Path directory;

    public SecretFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> read(String name) {
        var file = file(name);
        try {
            requireOwnerOnly(file);
            return Optional.of(SecretText.parse(Files.readString(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SecretsRefusedException("The secret " + file + " cannot be read.", e);
        }
    }

    @Override
    public byte[] make(String name) {
        return Aead.randomKey();
    }

    /** Written beside, forced to the disk and renamed: a crash leaves the whole file or none. */
    @Override
    public void keep(String name, byte[] secret) {
        var file = file(name);
        var fresh = file.resolveSibling(file.getFileName() + ".fresh");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(fresh);
            write(
                    fresh,
                    ByteBuffer.wrap((HexFormat.of().formatHex(secret) + '\n').getBytes(StandardCharsets.US_ASCII)));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
        } catch (IOException e) {
            throw new SecretsRefusedException("The secret " + file + " cannot be written.", e);
        }
    }

    /** Overwritten first, for disks that write in place; on others the blocks go when the disk lets them go. */
    @Override
    public void destroy(String name) {
        var file = file(name);
        try {
            if (Files.exists(file)) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[DIGITS]));
                    channel.force(true);
                }
                Files.delete(file);
                forceDirectory();
            }
        } catch (IOException e) {
            throw new SecretsRefusedException("The old secret " + file + " cannot be destroyed.", e);
        }
    }

    @Override
    public String place(String name) {
        return "the file " + file(name);
    }

    private Path file(String name) {
        return directory.resolve(name + ".secret");
    }

    private void forceDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        try (var channel = FileChannel.open(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(file));
        permissions.removeAll(OWNER_ONLY);
        if (!permissions.isEmpty()) {
            throw new SecretsRefusedException("The secret " + file + " is open to others: run chmod 600 on it.");
        }
    }
}
