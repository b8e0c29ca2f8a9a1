package io.microwallet.vault.secret;

import java.util.Optional;

/** Where secrets of 32 bytes live outside the database: files, or the environment. */
public interface SecretStore {
    /** @throws SecretsRefusedException if it is there, but no secret or readable by others */
    Optional<byte[]> read(String name);

    /**
     * A new secret for a name, not kept yet.
     *
     * @throws SecretsRefusedException where only a person can make one
     */
    byte[] make(String name);

    /** Keeps a new secret for good before it returns. */
    void keep(String name, byte[] secret);

    /** Gone for good; nothing happens if it was gone before. */
    void destroy(String name);

    /** For messages to a person: where a secret of this name is looked for. */
    String place(String name);
}
