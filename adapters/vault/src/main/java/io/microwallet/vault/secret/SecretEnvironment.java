package io.microwallet.vault.secret;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets as variables, 64 hex digits each: {@code MICROWALLET_SECRET_MASTER} and {@code MICROWALLET_SECRET_KEY_ENCRYPTION_1},
 * {@code _2}, …: a rotation goes to the next number, which a person sets before and whose forerunner they remove after.
 */
public final class SecretEnvironment implements SecretStore {
    public static final String MASTER_VARIABLE = "MICROWALLET_SECRET_MASTER";
    private static final String PREFIX = "MICROWALLET_SECRET_";
    private static final Logger LOG = LoggerFactory.getLogger(SecretEnvironment.class);

    private final Map<String, String> variables;

    public SecretEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Optional<byte[]> read(String name) {
        var variable = variable(name);
        return Optional.ofNullable(variables.get(variable)).map(text -> SecretText.parse(text, variable));
    }

    @Override
    public byte[] make(String name) {
        return read(name)
                .orElseThrow(() -> new SecretsRefusedException(
                        "Set " + variable(name) + " to 64 random hex digits, as in: openssl rand -hex 32"));
    }

    @Override
    public void keep(String name, byte[] secret) {
        // It is in the environment already: that is where it was read from.
    }

    @Override
    public void destroy(String name) {
        LOG.warn("Nothing needs {} any more: remove it wherever it is kept.", variable(name));
    }

    @Override
    public String place(String name) {
        return "the variable " + variable(name);
    }

    /** Without the fingerprint at the end of a key-encryption key's name, which a person could not know. */
    private static String variable(String name) {
        return PREFIX
                + name.replaceFirst("^(key-encryption-\\d+)-.*$", "$1")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
    }
}
