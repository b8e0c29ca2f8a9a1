package io.microwallet.eventstore.heads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The Ed25519 key pair that signs heads, in two PEM files of the directory of keys. */
public final class HeadKeys {
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE_FILE = "heads.pem";
    private static final String PUBLIC_FILE = "heads.pub.pem";
    private static final String PRIVATE_LABEL = "PRIVATE KEY";
    private static final String PUBLIC_LABEL = "PUBLIC KEY";
    private static final int PEM_LINE = 64;

    private HeadKeys() {}

    /** The pair in the directory, made there the first time. */
    public static KeyPair openOrCreate(Path keys) throws IOException {
        var known = publicKey(keys);
        return known.isPresent() ? new KeyPair(known.get(), privateKey(keys)) : create(keys);
    }

    /** What heads are verified with; empty where none were ever signed. */
    public static Optional<PublicKey> publicKey(Path keys) throws IOException {
        var file = keys.resolve(PUBLIC_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(read(file, PUBLIC_LABEL))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no public Ed25519 key", e);
        }
    }

    private static PrivateKey privateKey(Path keys) throws IOException {
        var file = keys.resolve(PRIVATE_FILE);
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(read(file, PRIVATE_LABEL)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no private Ed25519 key", e);
        }
    }

    // The public file comes last: where it is, the pair is whole.
    private static KeyPair create(Path keys) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(keys);
            write(keys.resolve(PRIVATE_FILE), PRIVATE_LABEL, pair.getPrivate().getEncoded());
            write(keys.resolve(PUBLIC_FILE), PUBLIC_LABEL, pair.getPublic().getEncoded());
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    private static byte[] read(Path file, String label) throws IOException {
        var text = Files.readString(file)
                .replace("-----BEGIN " + label + "-----", "")
                .replace("-----END " + label + "-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    private static void write(Path file, String label, byte[] der) throws IOException {
        var base64 = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        var fresh = file.resolveSibling(file.getFileName() + ".fresh");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
