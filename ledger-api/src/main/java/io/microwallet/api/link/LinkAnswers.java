package io.microwallet.api.link;

import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.write.Answer;
import io.microwallet.api.http.write.Decideds;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.request.Outcome;
import io.microwallet.vault.LinkSecrets;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.stereotype.Component;

/** The answers to writes about balance links, every version of them. */
@Component
final class LinkAnswers {
    private final LinkSecrets secrets;

    LinkAnswers(LinkSecrets secrets) {
        this.secrets = secrets;
    }

    /** {@code url} is relative to the service's public address: an address may change, an answer never does. */
    @Schema(name = "BalanceLinkCreated")
    record Created(
            String id,

            @Schema(description = "Relative to the service's public address; the part behind # is the secret")
            String url,

            String expiresAt,
            String at) {}

    @Schema(name = "BalanceLinkRevoked")
    record Revoked(String id, String status, String at) {}

    Answer created(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 -> {
                var event = Decideds.event(decided, LinkCreated.class);
                var id = decided.request().id();
                var secret = secrets.secret(event.secretVersion(), id.client(), id.key());
                yield Answer.created(new Created(
                        event.link().text(),
                        "/b/" + event.link().text() + '#' + secret,
                        Times.text(event.expires()),
                        Times.text(Decideds.at(decided))));
            }
            default -> throw Decideds.unknownVersion(decided);
        };
    }

    Answer revoked(Outcome.Decided decided) {
        return switch (decided.request().answerVersion()) {
            case 1 ->
                Answer.ok(new Revoked(
                        Decideds.event(decided, LinkRevoked.class).link().text(),
                        "revoked",
                        Times.text(Decideds.at(decided))));
            default -> throw Decideds.unknownVersion(decided);
        };
    }
}
