package io.microwallet.api.server;

import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Client;
import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.vault.DerivedIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The first key of a new deployment: may create and list ledgers, and nothing else. */
final class OperatorKey {
    static final String FILE = "operator.jwk";

    /** The operator is one client with one name in every deployment; the workers have the names before it. */
    static final ClientId OPERATOR = new ClientId(new UUID(0, 16));

    private static final RequestId FIRST_CALL = new RequestId(OPERATOR, new IdempotencyKey(new UUID(0, 1)));
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Books books;
    private final Decisions decisions;
    private final DerivedIds ids;
    private final InstantSource clock;

    OperatorKey(Books books, Decisions decisions, DerivedIds ids, InstantSource clock) {
        this.books = books;
        this.decisions = decisions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the key where the deployment has no operator yet; the file that it was written to, if it was made now. */
    Optional<Path> ensure(Path keys) throws IOException {
        if (!(books.read(OPERATOR) instanceof Client.Unborn)) {
            return Optional.empty();
        }
        var file = keys.resolve(FILE);
        add(written(file).publicKey());
        return Optional.of(file);
    }

    /** A file without its client is left where a start ended between the two: its key is taken as it is. */
    private ClientKeyPair written(Path file) throws IOException {
        if (Files.exists(file)) {
            return ClientKeyPair.read(file);
        }
        var pair = ClientKeyPair.generate(PublicKey.Algorithm.ED25519, new SecureRandom())
                .withKeyId(KeyNames.text(Optional.empty(), keyId()));
        pair.write(file);
        return pair;
    }

    private void add(PublicKey key) {
        var command = new AddClient(
                LedgerId.DEPLOYMENT, new Credentials(OPERATOR, keyId(), key, Set.of(Scope.OPERATOR), null));
        var request = new Request(
                FIRST_CALL,
                new Fingerprint(0, 0),
                LedgerId.DEPLOYMENT,
                Operation.ADD_CLIENT,
                1,
                1,
                clock.instant().plus(DEADLINE));
        if (!(decisions.submit(request, command).join() instanceof Outcome.Decided)) {
            throw new IllegalStateException("the operator's key could not be recorded: start again");
        }
    }

    private KeyId keyId() {
        return new KeyId(ids.of(FIRST_CALL, "key"));
    }
}
