package io.microwallet.api.bench.market;

import io.microwallet.api.bench.load.Order;
import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.signature.key.ClientKeyPair;
import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey.Algorithm;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.request.Operation;
import java.security.SecureRandom;
import java.util.Set;

/** A client of a market's ledger with a key pair of its own, that can sign calls. */
public record Till(ClientId client, KeyId key, Scope scope, ClientKeyPair pair) {
    public static Till with(Scope scope) {
        var key = new KeyId(Market.uuid());
        var pair = ClientKeyPair.generate(Algorithm.ED25519, new SecureRandom());
        return new Till(new ClientId(Market.uuid()), key, scope, pair.withKeyId(KeyNames.text(Mode.SANDBOX, key)));
    }

    public Order introduced(Market market) {
        var credentials = new Credentials(client, key, pair.publicKey(), Set.of(scope), Market.name());
        return market.order(Operation.ADD_CLIENT, new AddClient(market.ledger(), credentials));
    }
}
