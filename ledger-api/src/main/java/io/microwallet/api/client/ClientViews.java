package io.microwallet.api.client;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.KeyNames;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Client;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Absence;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Clients as admins of the same ledger see them. */
@Component
final class ClientViews {
    private final Books books;
    private final SealedTexts texts;

    ClientViews(Books books, SealedTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    @Schema(name = "Client")
    record View(
            String id,
            @Nullable String name,
            @Schema(allowableValues = {"active", "revoked"}) String status,
            List<String> scopes,
            List<String> keys,
            String createdAt,
            @Nullable String revokedAt) {}

    /** A 404 for one of another ledger. */
    View of(Caller caller, ClientId id) {
        return switch (books.read(id).within(caller.ledger())) {
            case Client.Unborn _ -> throw Absences.exception(Absence.CLIENT_NOT_FOUND);
            case Client.Active client ->
                new View(
                        client.id().text(),
                        texts.openOrNull(client.ledger().value(), client.name()),
                        "active",
                        ClientAnswers.names(client.scopes()),
                        client.keys().stream()
                                .map(key -> KeyNames.text(caller.mode(), key))
                                .toList(),
                        Times.text(client.addedAt()),
                        null);
            case Client.Revoked client ->
                new View(
                        client.id().text(),
                        texts.openOrNull(client.ledger().value(), client.name()),
                        "revoked",
                        ClientAnswers.names(client.scopes()),
                        List.of(),
                        Times.text(client.addedAt()),
                        Times.text(client.revokedAt()));
        };
    }
}
