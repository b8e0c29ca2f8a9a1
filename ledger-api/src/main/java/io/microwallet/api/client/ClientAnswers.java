package io.microwallet.api.client;

import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientEvent.ClientRevoked;
import io.microwallet.core.client.ClientEvent.KeyAdded;
import io.microwallet.core.client.ClientEvent.KeyRevoked;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;

/** The answers to writes about clients, every version of them; {@code mode} is the ledger's, which never changes. */
final class ClientAnswers {
    private ClientAnswers() {}

    @Schema(name = "ClientAdded")
    record Added(String id, String keyId, List<String> scopes, String createdAt) {}

    @Schema(name = "ClientRevoked")
    record Revoked(String id, String status, String at) {}

    @Schema(name = "KeyAdded")
    record NewKey(String client, String keyId, String createdAt) {}

    @Schema(name = "KeyRevoked")
    record EndedKey(String client, String keyId, String status, String at) {}

    static Answer added(Outcome.Decided decided, Mode mode) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, ClientAdded.class);
                yield Answer.created(new Added(
                        event.client().text(), KeyNames.text(mode, event.key()), names(event.scopes()), at(decided)));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer revoked(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, ClientRevoked.class);
                yield Answer.ok(new Revoked(event.client().text(), "revoked", at(decided)));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer keyAdded(Outcome.Decided decided, Mode mode) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, KeyAdded.class);
                yield Answer.created(new NewKey(event.client().text(), KeyNames.text(mode, event.key()), at(decided)));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    static Answer keyRevoked(Outcome.Decided decided, Mode mode) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, KeyRevoked.class);
                yield Answer.ok(
                        new EndedKey(event.client().text(), KeyNames.text(mode, event.key()), "revoked", at(decided)));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    /** In the order of the enum: a set has none, and the bytes must be the same each time. */
    static List<String> names(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(JsonNames::of).toList();
    }

    private static String at(Outcome.Decided decided) {
        return Times.text(Decideds.at(decided));
    }
}
