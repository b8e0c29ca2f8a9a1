package io.microwallet.api.chargeback;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.chargeback.ChargebackCommand.CollectReceivable;
import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What finance does about what a member owes. */
@RestController
@RequestMapping(path = "/v1/wallets/{token}/receivable", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Chargebacks")
final class ReceivableController {
    private final SealedTexts texts;
    private final ClientWallets wallets;
    private final ChargebackAnswers answers;

    ReceivableController(SealedTexts texts, ClientWallets wallets, ChargebackAnswers answers) {
        this.texts = texts;
        this.wallets = wallets;
        this.answers = answers;
    }

    /** Pays what a member owes from the wallet's cash: an amount, or as much as there is. */
    @PostMapping("/collect")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ChargebackAnswers.Settled.class)))
    Write collectReceivable(
            WriteCall call, @PathVariable String token, @RequestBody(required = false) @Nullable AmountBody body) {
        return settle(call, token, body, Operation.COLLECT_RECEIVABLE, CollectReceivable::new);
    }

    /** Gives up what a member owes: an amount, or all of it. */
    @PostMapping("/write-off")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ChargebackAnswers.Settled.class)))
    Write writeOffReceivable(
            WriteCall call, @PathVariable String token, @RequestBody(required = false) @Nullable AmountBody body) {
        return settle(call, token, body, Operation.WRITE_OFF_RECEIVABLE, WriteOffReceivable::new);
    }

    /** Either order. */
    private interface Settling {
        Command of(
                LedgerId ledger,
                WalletId wallet,
                ClientId client,
                @Nullable Money amount,
                @Nullable SealedText reference);
    }

    private Write settle(
            WriteCall call, String token, @Nullable AmountBody body, Operation operation, Settling settling) {
        var parsed = ClientWallets.parse(token);
        var order = Order.of(body);
        var caller = call.caller();
        return Write.of(
                operation,
                () -> {
                    var wallet = wallets.find(caller, parsed);
                    return settling.of(
                            caller.ledger(),
                            wallet,
                            caller.client(),
                            order.amount,
                            texts.sealOrNull(wallet.value(), order.reference));
                },
                answers::settled);
    }

    /** The body, once every field of it is as it should be. */
    private record Order(@Nullable Money amount, Optional<String> reference) {
        static Order of(@Nullable AmountBody body) {
            if (body == null) {
                return new Order(null, Optional.empty());
            }
            return new Order(
                    body.amount() == null ? null : Fields.amount("/amount", body.amount()),
                    Fields.reference("/reference", body.reference()));
        }
    }
}
