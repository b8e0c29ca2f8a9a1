package io.microwallet.api.client;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.json.JwkJson;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientCommand.AddKey;
import io.microwallet.core.client.ClientCommand.RevokeClient;
import io.microwallet.core.client.ClientCommand.RevokeKey;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins say who may call their ledger, under which keys, and end both. */
@RestController
@RequestMapping(path = "/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Clients and keys",
        description = "Who may call, and under which public keys. Clients keep their private keys.")
final class ClientController {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientViews views;
    private final Lists lists;

    ClientController(SealedTexts texts, DerivedIds ids, ClientViews views, Lists lists) {
        this.texts = texts;
        this.ids = ids;
        this.views = views;
        this.lists = lists;
    }

    /** Adds a client with its first key. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClientAnswers.Added.class)))
    Write addClient(WriteCall call, @RequestBody ClientBody body) {
        var name = Fields.name("/name", body.name());
        var scopes = scopes(body.scopes());
        var key = JwkJson.publicKey("/key", body.key());
        var ledger = call.caller().ledger();
        return Write.of(
                Operation.ADD_CLIENT,
                () -> new AddClient(
                        ledger,
                        new Credentials(
                                new ClientId(ids.of(call.id(), "client")),
                                new KeyId(ids.of(call.id(), "key")),
                                key,
                                scopes,
                                texts.seal(ledger.value(), name))),
                decided -> ClientAnswers.added(decided, call.caller().mode()));
    }

    /** The clients of this ledger, newest first. */
    @GetMapping
    @Allowed(Scope.ADMIN)
    Page<ClientViews.View> listClients(ListCall call) {
        return lists.ofLedger(
                Listed.Kind.CLIENT, call, found -> views.of(call.caller(), ((ClientAdded) found.event()).client()));
    }

    /** One client and its keys. */
    @GetMapping("/{id}")
    @Allowed(Scope.ADMIN)
    ClientViews.View readClient(Caller caller, @PathVariable String id) {
        return views.of(caller, clientId(id));
    }

    /** Ends a client and all its keys, at once and for ever. */
    @PostMapping("/{id}/revoke")
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClientAnswers.Revoked.class)))
    Write revokeClient(WriteCall call, @PathVariable String id) {
        var client = clientId(id);
        return Write.of(
                Operation.REVOKE_CLIENT,
                () -> new RevokeClient(call.caller().ledger(), client),
                ClientAnswers::revoked);
    }

    /** Adds one more key to a client: the way to change keys without a gap. */
    @PostMapping(path = "/{id}/keys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ClientAnswers.NewKey.class)))
    Write addKey(WriteCall call, @PathVariable String id, @RequestBody ClientBody.Key body) {
        var client = clientId(id);
        var key = JwkJson.publicKey("/key", body.key());
        return Write.of(
                Operation.ADD_KEY,
                () -> new AddKey(call.caller().ledger(), client, new KeyId(ids.of(call.id(), "key")), key),
                decided -> ClientAnswers.keyAdded(decided, call.caller().mode()));
    }

    /** Ends one key, at once and for ever. */
    @PostMapping("/{id}/keys/{keyId}/revoke")
    @Allowed(Scope.ADMIN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ClientAnswers.EndedKey.class)))
    Write revokeKey(WriteCall call, @PathVariable String id, @PathVariable String keyId) {
        var client = clientId(id);
        var key = KeyNames.parse(keyId)
                .orElseThrow(() -> ProblemCode.INVALID_ID.exception("A key's id is sandbox_k_… or live_k_…"));
        return Write.of(
                Operation.REVOKE_KEY,
                () -> new RevokeKey(call.caller().ledger(), client, key),
                decided -> ClientAnswers.keyRevoked(decided, call.caller().mode()));
    }

    private static ClientId clientId(String text) {
        return Ids.parse(text, ClientId::parse, "c_");
    }

    private static Set<Scope> scopes(@Nullable List<String> values) {
        var names = Fields.required("/scopes", values);
        if (names.isEmpty() || names.size() > Scope.values().length) {
            throw ProblemCode.INVALID_FIELD.at("/scopes", "One scope at least: checkout, finance or admin.");
        }
        var scopes = EnumSet.noneOf(Scope.class);
        for (var i = 0; i < names.size(); i++) {
            var scope = Fields.choice("/scopes/" + i, names.get(i), Scope.class);
            if (scope == Scope.OPERATOR || !scopes.add(scope)) {
                throw ProblemCode.INVALID_FIELD.at(
                        "/scopes/" + i, "Each of checkout, finance and admin, once at most.");
            }
        }
        return scopes;
    }
}
