package io.microwallet.api.ledger;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.json.JwkJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RequestId;
import io.microwallet.vault.DataKeys;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators open ledgers and see which there are; nobody else does either. */
@RestController
@RequestMapping(path = "/v1/ledgers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ledgers", description = "One tenant's books each, sandbox or live for ever. For the operator's key.")
final class LedgerController {
    private final DataKeys dataKeys;
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final Lists lists;

    LedgerController(DataKeys dataKeys, SealedTexts texts, DerivedIds ids, Lists lists) {
        this.dataKeys = dataKeys;
        this.texts = texts;
        this.ids = ids;
        this.lists = lists;
    }

    @Schema(name = "Ledger")
    record Item(String id, @Nullable String name, String mode, String timeZone, String createdAt) {}

    /** Opens a tenant's books, with its first admin client. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.OPERATOR)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LedgerAnswers.Created.class)))
    Write createLedger(WriteCall call, @RequestBody LedgerBody body) {
        var order = Order.of(body);
        return Write.of(Operation.CREATE_LEDGER, () -> command(call.id(), order), LedgerAnswers::created);
    }

    /** The ledgers of this deployment, newest first. */
    @GetMapping
    @Allowed(Scope.OPERATOR)
    Page<Item> listLedgers(ListCall call) {
        return lists.ofLedger(Listed.Kind.LEDGER, call, found -> {
            var event = (LedgerCreated) found.event();
            return new Item(
                    event.ledger().text(),
                    texts.open(event.ledger().value(), event.name()).orElse(null),
                    JsonNames.of(event.mode()),
                    event.zone().getId(),
                    Times.text(found.at()));
        });
    }

    private CreateLedger command(RequestId request, Order order) {
        var ledger = new LedgerId(ids.of(request, "ledger"));
        dataKeys.create(ledger.value());
        return new CreateLedger(
                ledger,
                order.mode,
                order.zone,
                texts.seal(ledger.value(), order.name),
                new Credentials(
                        new ClientId(ids.of(request, "client")),
                        new KeyId(ids.of(request, "key")),
                        order.adminKey,
                        Set.of(Scope.ADMIN),
                        texts.seal(ledger.value(), order.adminName)));
    }

    /** The body, once every field of it is as it should be. */
    private record Order(String name, Mode mode, ZoneId zone, String adminName, PublicKey adminKey) {
        static Order of(LedgerBody body) {
            var admin = Fields.required("/admin", body.admin());
            return new Order(
                    Fields.name("/name", body.name()),
                    Fields.choice("/mode", body.mode(), Mode.class),
                    zone(body.timeZone()),
                    Fields.name("/admin/name", admin.name()),
                    JwkJson.publicKey("/admin/key", admin.key()));
        }

        /** Regions only: an offset would be wrong for half of the year. */
        private static ZoneId zone(@Nullable String value) {
            var zone = Fields.required("/timeZone", value);
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                throw ProblemCode.INVALID_FIELD.at("/timeZone", "A region of the IANA database, as in Europe/Berlin.");
            }
            return ZoneId.of(zone);
        }
    }
}
