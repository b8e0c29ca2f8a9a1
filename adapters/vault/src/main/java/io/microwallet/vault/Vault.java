package io.microwallet.vault;

import io.microwallet.vault.crypto.DerivedKeys;
import io.microwallet.vault.secret.SecretEnvironment;
import io.microwallet.vault.secret.SecretFiles;
import io.microwallet.vault.secret.SecretStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;

/** Everything secret of one partition, opened with the secrets that its database was begun with. */
public record Vault(
        DataKeys dataKeys,
        SealedTexts sealedTexts,
        WalletTokens walletTokens,
        BlindIndex blindIndex,
        DerivedIds derivedIds,
        IdempotencyKeys idempotencyKeys,
        LinkSecrets linkSecrets,
        LinkSessions linkSessions,
        ReceiptSeeds receiptSeeds,
        Erasure erasure,
        KeyRotation keyRotation) {

    /** The environment if it holds a master secret, otherwise files in the directory. */
    public static SecretStore secrets(Path directory, Map<String, String> environment) {
        return environment.containsKey(SecretEnvironment.MASTER_VARIABLE)
                ? new SecretEnvironment(environment)
                : new SecretFiles(directory);
    }

    /**
     * Before the event store is opened, whose first act is an event: only while the log is empty are secrets made.
     *
     * @param service connections of the service's role
     * @param clock the machine's: rotation and sessions go by it
     * @throws io.microwallet.vault.secret.SecretsRefusedException if the secrets are missing or others
     */
    public static Vault open(DataSource service, int partition, SecretStore secrets, InstantSource clock) {
        var database = new VaultDatabase(service, partition);
        var checks = new SecretChecks(database.partition());
        var opened = database.inTransaction(new MasterSecrets(secrets, checks, clock)::open);
        var vault = assemble(
                database, opened, new KeyRotation(database, secrets, checks, opened.keyEncryptionKeys(), clock), clock);
        vault.keyRotation().rotateIfDue();
        return vault;
    }

    private static Vault assemble(
            VaultDatabase database, MasterSecrets.Opened opened, KeyRotation rotation, InstantSource clock) {
        var derived = new DerivedKeys(opened.master());
        var dataKeys = new DataKeys(database, opened.keyEncryptionKeys());
        var tokens = new WalletTokens(database, derived);
        var sessions = new LinkSessions(database, clock);
        return new Vault(
                dataKeys,
                new SealedTexts(dataKeys),
                tokens,
                new BlindIndex(derived),
                new DerivedIds(derived),
                new IdempotencyKeys(derived),
                new LinkSecrets(derived),
                sessions,
                new ReceiptSeeds(derived),
                new Erasure(database, dataKeys, tokens, sessions),
                rotation);
    }
}
