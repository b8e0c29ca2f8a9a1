package io.microwallet.api.wallet;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.Fields;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.Listings;
import io.microwallet.api.listing.call.Filter;
import io.microwallet.api.listing.call.FilteredBy;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.past.AsOf;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.DataKeys;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members' wallets, as tills open, read, freeze and close them. */
@RestController
@RequestMapping(path = "/v1/wallets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Wallets", description = "A member's accounts. Each client has its own token for a wallet.")
final class WalletController {
    private final DataKeys dataKeys;
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final WalletAnswers answers;
    private final WalletViews views;
    private final Listings listings;
    private final LedgerTimes times;

    WalletController(
            DataKeys dataKeys,
            SealedTexts texts,
            DerivedIds ids,
            ClientWallets wallets,
            WalletAnswers answers,
            WalletViews views,
            Listings listings,
            LedgerTimes times) {
        this.dataKeys = dataKeys;
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.answers = answers;
        this.views = views;
        this.listings = listings;
        this.times = times;
    }

    /** Opens a wallet; the answer's id is this client's token for it. */
    @PostMapping
    @Allowed(Scope.CHECKOUT)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Opened.class)))
    Write openWallet(WriteCall call, @RequestBody(required = false) @Nullable WalletBody body) {
        var asked = body == null ? new WalletBody(null, null) : body;
        var reference = Fields.reference("/reference", asked.reference());
        var contact = Fields.optionalName("/contact", asked.contact());
        return Write.of(Operation.OPEN_WALLET, () -> open(call, reference, contact), answers::opened);
    }

    private OpenWallet open(WriteCall call, Optional<String> reference, Optional<String> contact) {
        var caller = call.caller();
        var wallet = new WalletId(ids.of(call.id(), "wallet"));
        dataKeys.create(wallet.value());
        wallets.give(caller, wallet);
        return new OpenWallet(
                caller.ledger(),
                wallet,
                caller.client(),
                texts.sealOrNull(wallet.value(), reference),
                texts.sealOrNull(wallet.value(), contact));
    }

    /** Wallets that this client may see, newest first. */
    @GetMapping
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    Page<WalletViews.View> listWallets(@FilteredBy(Filter.REFERENCE) ListCall call) {
        var caller = call.caller();
        var all = Listed.Query.of(Listed.Kind.WALLET, caller.ledger()).visibleTo(caller);
        var query = call.filter(Filter.REFERENCE)
                .map(reference -> all.namedBy(caller).reference(reference))
                .orElse(all);
        return listings.page(query, call.page(), found -> {
            var wallet = ((WalletOpened) found.event()).wallet();
            return views.of(caller, wallet, wallets.show(caller, wallet));
        });
    }

    /** Status, balances and lots, as of a stated position, or as they were at an instant. */
    @GetMapping("/{token}")
    @Allowed({Scope.CHECKOUT, Scope.FINANCE, Scope.ADMIN})
    WalletViews.View readWallet(
            Caller caller,
            @PathVariable String token,
            @Parameter(
                            description = "A past instant: with all that was recorded up to it, and nothing after",
                            schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(
                            description = "A past instant: balances, without lots, of all that had happened by then",
                            schema = @Schema(format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String effectiveAt) {
        var parsed = ClientWallets.parse(token);
        var asOf = AsOf.of(at, effectiveAt, instant -> times.hasCome(caller.ledger(), instant));
        var wallet = wallets.read(caller, parsed);
        return asOf.isPresent()
                ? views.past(caller, wallet, parsed.text(), asOf.get())
                : views.of(caller, wallet, parsed.text());
    }

    /** Stops spending; money may still come in. */
    @PostMapping("/{token}/freeze")
    @Allowed({Scope.CHECKOUT, Scope.ADMIN})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Changed.class)))
    Write freezeWallet(WriteCall call, @PathVariable String token) {
        return change(call, Operation.FREEZE_WALLET, token, FreezeWallet::new);
    }

    /** Lets a frozen wallet spend again. */
    @PostMapping("/{token}/unfreeze")
    @Allowed({Scope.CHECKOUT, Scope.ADMIN})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Changed.class)))
    Write unfreezeWallet(WriteCall call, @PathVariable String token) {
        return change(call, Operation.UNFREEZE_WALLET, token, UnfreezeWallet::new);
    }

    /** Ends an empty wallet for ever. */
    @PostMapping("/{token}/close")
    @Allowed({Scope.CHECKOUT, Scope.ADMIN})
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WalletAnswers.Changed.class)))
    Write closeWallet(WriteCall call, @PathVariable String token) {
        return change(call, Operation.CLOSE_WALLET, token, CloseWallet::new);
    }

    private Write change(WriteCall call, Operation operation, String token, Function<WalletId, Command> command) {
        var parsed = ClientWallets.parse(token);
        return Write.of(operation, () -> command.apply(wallets.find(call.caller(), parsed)), answers::changed);
    }
}
