package io.microwallet.api.http.call;

import io.microwallet.core.books.Books;
import io.microwallet.core.client.ClientKey;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import java.util.Optional;

/** The records of keys, straight from the books: a key is revoked from the moment that its revocation is durable. */
public final class ClientKeys {
    /** Wallet tokens rotate by this number; the first release has one. */
    private static final int TOKEN_VERSION = 1;

    private final Books books;

    public ClientKeys(Books books) {
        this.books = books;
    }

    /** The record of a keyid; {@link ClientKey.Unborn} where there is none or where its first word is wrong. */
    public ClientKey find(String keyId) {
        return KeyNames.parse(keyId)
                .map(books::read)
                .filter(key -> KeyNames.parse(keyId)
                        .map(id -> KeyNames.text(modeOf(key), id).equals(keyId))
                        .orElse(false))
                .orElseGet(ClientKey.Unborn::new);
    }

    public Caller caller(ClientKey.Active key) {
        return new Caller(key.client(), key.id(), key.ledger(), mode(key.ledger()), key.scopes(), TOKEN_VERSION);
    }

    /** The mode of the ledger that a key belongs to; empty for the operator's key. */
    public Optional<Mode> modeOf(ClientKey key) {
        return switch (key) {
            case ClientKey.Active active -> mode(active.ledger());
            case ClientKey.Revoked revoked -> mode(revoked.ledger());
            case ClientKey.Unborn _ -> Optional.empty();
        };
    }

    private Optional<Mode> mode(LedgerId ledger) {
        return switch (books.read(ledger)) {
            case Ledger.Created created -> Optional.of(created.mode());
            case Ledger.Unborn _ -> Optional.empty();
        };
    }
}
