package io.microwallet.api.link;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.write.Unbatched;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.link.BalanceLink;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.request.Operation;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.LinkSecrets;
import io.microwallet.vault.WalletToken;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checkout clients give members a link to their balance, and take it back. */
@RestController
@RequestMapping(path = "/v1/balance-links", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Balance links", description = "A member's page, without an app or a login.")
final class LinkController {
    private static final Duration LIFETIME_DEFAULT = Duration.ofDays(30);
    private static final Duration LIFETIME_MIN = Duration.ofMinutes(1);
    private static final Duration LIFETIME_MAX = Duration.ofDays(366);

    private final Books books;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final LinkSecrets secrets;
    private final LinkAnswers answers;

    LinkController(Books books, DerivedIds ids, ClientWallets wallets, LinkSecrets secrets, LinkAnswers answers) {
        this.books = books;
        this.ids = ids;
        this.wallets = wallets;
        this.secrets = secrets;
        this.answers = answers;
    }

    /** Makes a link. Its secret is in the answer, and in the answer to a retry, and nowhere else. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Unbatched
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LinkAnswers.Created.class)))
    Write createBalanceLink(WriteCall call, @RequestBody LinkBody body) {
        var token = ClientWallets.parse("/wallet", body.wallet());
        var lifetime = lifetime(body.expiresInSeconds());
        return Write.of(Operation.CREATE_LINK, () -> create(call, token, lifetime), answers::created);
    }

    private CreateLink create(WriteCall call, WalletToken token, Duration lifetime) throws AbsentException {
        var caller = call.caller();
        var version = LinkSecrets.VERSION;
        var secret = secrets.secret(version, caller.client(), call.id().key());
        return new CreateLink(
                caller.ledger(),
                new LinkId(ids.of(call.id(), "link")),
                wallets.find(caller, token),
                caller.client(),
                LinkSecrets.hash(secret),
                version,
                lifetime);
    }

    /** Ends a link that this client made; an admin ends any. */
    @PostMapping("/{id}/revoke")
    @Unbatched
    @Allowed({Scope.CHECKOUT, Scope.ADMIN})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkAnswers.Revoked.class)))
    Write revokeBalanceLink(WriteCall call, @PathVariable String id) {
        var link = Ids.parse(id, LinkId::parse, "bl_");
        return Write.of(Operation.REVOKE_LINK, () -> revoke(call.caller(), link), answers::revoked);
    }

    private RevokeLink revoke(Caller caller, LinkId link) throws AbsentException {
        var mine = switch (books.read(link)) {
            case BalanceLink.Unborn _ -> false;
            case BalanceLink.Issued issued -> isMine(caller, issued.created());
            case BalanceLink.Revoked revoked -> isMine(caller, revoked.created());
        };
        if (!mine) {
            throw new AbsentException(Absence.LINK_NOT_FOUND);
        }
        return new RevokeLink(caller.ledger(), link);
    }

    private static boolean isMine(Caller caller, LinkCreated link) {
        return link.ledger().equals(caller.ledger())
                && (caller.has(Scope.ADMIN) || link.client().equals(caller.client()));
    }

    private static Duration lifetime(@Nullable Long seconds) {
        return seconds == null
                ? LIFETIME_DEFAULT
                : Duration.ofSeconds(Fields.integer(
                        "/expiresInSeconds", seconds, LIFETIME_MIN.toSeconds(), LIFETIME_MAX.toSeconds()));
    }
}
