package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.PUBLIC_KEY;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TILL_ADDED;
import static io.microwallet.core.given.PopUp.TILL_KEY;
import static io.microwallet.core.given.PopUp.credentials;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.client.Client;
import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientCommand.AddKey;
import io.microwallet.core.client.ClientCommand.RevokeClient;
import io.microwallet.core.client.ClientCommand.RevokeKey;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.ClientRefusal;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.given.Row;
import io.microwallet.core.ledger.LedgerId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may call, under which keys. */
final class ClientRows {
    private static final ClientId OPERATOR = new ClientId(new UUID(2, 9));
    private static final KeyId OPERATOR_KEY = new KeyId(new UUID(3, 9));
    private static final KeyId SECOND_KEY = new KeyId(new UUID(3, 2));
    private static final KeyAdded SECOND_KEY_ADDED = keyAdded(SECOND_KEY);
    private static final ClientRevoked TILL_REVOKED = new ClientRevoked(TILL, List.of(TILL_KEY));
    private static final ClientAdded ANOTHER_WITH_SECOND_KEY =
            new ClientAdded(LEDGER, new ClientId(new UUID(2, 3)), Set.of(Scope.FINANCE), SECOND_KEY, PUBLIC_KEY, NAME);

    private ClientRows() {}

    static Stream<Row> rows() {
        return Stream.of(adding(), operators(), revoking(), addingKeys(), revokingKeys())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> adding() {
        var add = new AddClient(LEDGER, credentials(TILL, TILL_KEY, Scope.CHECKOUT));
        var again = new AddClient(LEDGER, credentials(TILL, SECOND_KEY, Scope.CHECKOUT));
        var withKnownKey = new AddClient(LEDGER, credentials(OPERATOR, TILL_KEY, Scope.CHECKOUT));
        return Stream.of(
                row("a client is added").given(LEDGER_CREATED).when(add).accepted(TILL_ADDED),
                row("a client of no ledger").when(add).absent(Absence.LEDGER_NOT_FOUND),
                row("a client is added once")
                        .given(LEDGER_CREATED, TILL_ADDED)
                        .when(again)
                        .refused(ClientRefusal.CLIENT_ALREADY_EXISTS),
                row("a key has one client")
                        .given(LEDGER_CREATED, TILL_ADDED)
                        .when(withKnownKey)
                        .refused(ClientRefusal.KEY_ALREADY_EXISTS));
    }

    private static Stream<Row> operators() {
        var operator = new Credentials(OPERATOR, OPERATOR_KEY, PUBLIC_KEY, Set.of(Scope.OPERATOR), null);
        var both = credentials(OPERATOR, OPERATOR_KEY, Scope.OPERATOR, Scope.ADMIN);
        return Stream.of(
                row("the operator is there before any ledger")
                        .when(new AddClient(LedgerId.DEPLOYMENT, operator))
                        .accepted(new ClientAdded(
                                LedgerId.DEPLOYMENT, OPERATOR, Set.of(Scope.OPERATOR), OPERATOR_KEY, PUBLIC_KEY, null)),
                row("the operator is nothing else")
                        .when(new AddClient(LedgerId.DEPLOYMENT, both))
                        .refused(ClientRefusal.SCOPE_NOT_GRANTABLE),
                row("an admin belongs to a ledger")
                        .when(new AddClient(LedgerId.DEPLOYMENT, credentials(OPERATOR, OPERATOR_KEY, Scope.ADMIN)))
                        .refused(ClientRefusal.SCOPE_NOT_GRANTABLE),
                row("no ledger's client is an operator")
                        .given(LEDGER_CREATED)
                        .when(new AddClient(LEDGER, both))
                        .refused(ClientRefusal.SCOPE_NOT_GRANTABLE));
    }

    private static Stream<Row> revoking() {
        var revoke = new RevokeClient(LEDGER, TILL);
        return Stream.of(
                row("a client is revoked with every key of it")
                        .given(TILL_ADDED, SECOND_KEY_ADDED)
                        .when(revoke)
                        .accepted(new ClientRevoked(TILL, List.of(TILL_KEY, SECOND_KEY))),
                row("a client is revoked once")
                        .given(TILL_ADDED, TILL_REVOKED)
                        .when(revoke)
                        .refused(ClientRefusal.CLIENT_REVOKED),
                row("no client is revoked").when(revoke).absent(Absence.CLIENT_NOT_FOUND),
                row("another ledger's client is not revoked")
                        .given(TILL_ADDED)
                        .when(new RevokeClient(NEIGHBOUR, TILL))
                        .absent(Absence.CLIENT_NOT_FOUND));
    }

    private static Stream<Row> addingKeys() {
        var add = new AddKey(LEDGER, TILL, SECOND_KEY, PUBLIC_KEY);
        return Stream.of(
                row("a key is added").given(TILL_ADDED).when(add).accepted(SECOND_KEY_ADDED),
                row("a key is added once")
                        .given(TILL_ADDED, SECOND_KEY_ADDED)
                        .when(add)
                        .refused(ClientRefusal.KEY_ALREADY_EXISTS),
                row("a revoked client gets no key")
                        .given(TILL_ADDED, TILL_REVOKED)
                        .when(add)
                        .refused(ClientRefusal.CLIENT_REVOKED),
                row("a key of no client").when(add).absent(Absence.CLIENT_NOT_FOUND),
                row("another ledger's client gets no key")
                        .given(TILL_ADDED)
                        .when(new AddKey(NEIGHBOUR, TILL, SECOND_KEY, PUBLIC_KEY))
                        .absent(Absence.CLIENT_NOT_FOUND),
                row("the tenth key").given(tillWithKeys(9)).when(add).accepted(SECOND_KEY_ADDED),
                row("a key too many")
                        .given(tillWithKeys(Client.KEYS_MAX))
                        .when(add)
                        .refused(ClientRefusal.TOO_MANY_KEYS));
    }

    private static Event[] tillWithKeys(int keys) {
        var more = IntStream.range(1, keys).mapToObj(number -> keyAdded(new KeyId(new UUID(30, number))));
        return Stream.concat(Stream.of(TILL_ADDED), more).toArray(Event[]::new);
    }

    private static KeyAdded keyAdded(KeyId key) {
        return new KeyAdded(LEDGER, TILL, Set.of(Scope.CHECKOUT), key, PUBLIC_KEY);
    }

    private static Stream<Row> revokingKeys() {
        var revoke = new RevokeKey(LEDGER, TILL, TILL_KEY);
        return Stream.of(
                row("a key is revoked").given(TILL_ADDED).when(revoke).accepted(new KeyRevoked(TILL, TILL_KEY)),
                row("a key is revoked once")
                        .given(TILL_ADDED, new KeyRevoked(TILL, TILL_KEY))
                        .when(revoke)
                        .refused(ClientRefusal.KEY_REVOKED),
                row("a key ended with its client")
                        .given(TILL_ADDED, TILL_REVOKED)
                        .when(revoke)
                        .refused(ClientRefusal.KEY_REVOKED),
                row("no key is revoked")
                        .given(TILL_ADDED)
                        .when(new RevokeKey(LEDGER, TILL, SECOND_KEY))
                        .absent(Absence.KEY_NOT_FOUND),
                row("another client's key is not revoked")
                        .given(TILL_ADDED, ANOTHER_WITH_SECOND_KEY)
                        .when(new RevokeKey(LEDGER, TILL, SECOND_KEY))
                        .absent(Absence.KEY_NOT_FOUND),
                row("a key of no client is not revoked").when(revoke).absent(Absence.CLIENT_NOT_FOUND));
    }
}
