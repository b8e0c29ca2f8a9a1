package io.microwallet.api.chargeback;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.Lists;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.client.Scope;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.WalletId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What processors reported that fits nothing, so that a person has to look at it. */
@RestController
@Tag(name = "Finance")
final class ExceptionController {
    private final Lists lists;
    private final ClientWallets wallets;

    ExceptionController(Lists lists, ClientWallets wallets) {
        this.lists = lists;
        this.wallets = wallets;
    }

    @Schema(name = "FinanceException")
    record View(
            long position,

            @Schema(
                    allowableValues = {
                        "top-up-unclaimed",
                        "refund-unclaimed",
                        "refund-settled-after-failed",
                        "chargeback-unexplained",
                        "chargeback-above-top-up",
                        "chargeback-contradicted",
                        "dispute-won-unclaimed",
                        "dispute-won-explained",
                        "dispute-won-contradicted",
                        "processor-payout-contradicted"
                    })
            String kind,

            @Schema(description = "Of the top-up, refund, chargeback or processor's payout")
            String id,

            @Nullable String wallet,
            MoneyJson amount,
            String at) {}

    /** Exceptions of this ledger, newest first. */
    @GetMapping(path = "/v1/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Page<View> listExceptions(ListCall call) {
        return lists.ofLedger(Listed.Kind.EXCEPTION, call, found -> view(call.caller(), found));
    }

    private View view(Caller caller, RecordedEvent found) {
        return switch (found.event()) {
            case TopUpUnclaimed e ->
                view(caller, found, "top-up-unclaimed", e.topUp().text(), e.wallet(), e.amount());
            case RefundUnclaimed e ->
                view(caller, found, "refund-unclaimed", e.refund().text(), e.wallet(), e.amount());
            case RefundSettledAfterFailed e ->
                view(caller, found, "refund-settled-after-failed", e.refund().text(), e.wallet(), e.amount());
            case ChargedBack e -> view(caller, found, e);
            case DisputeWon e
            when e.unclaimed().isPositive() ->
                view(caller, found, "dispute-won-unclaimed", e.chargeback().text(), e.wallet(), e.unclaimed());
            case DisputeWon e ->
                view(caller, found, "dispute-won-explained", e.chargeback().text(), e.wallet(), e.explained());
            case ProcessorPayoutContradicted e ->
                view(
                        caller,
                        found,
                        "processor-payout-contradicted",
                        e.payout().text(),
                        null,
                        e.told().amount());
            case DisputeContradicted e -> view(caller, found, e);
            default -> throw new IllegalStateException("no exception is made of this event");
        };
    }

    private View view(Caller caller, RecordedEvent found, ChargedBack event) {
        var above = event.aboveTopUp();
        var id = event.chargeback().text();
        return above == null || event.unexplained().isPositive()
                ? view(caller, found, "chargeback-unexplained", id, event.wallet(), event.unexplained())
                : view(caller, found, "chargeback-above-top-up", id, event.wallet(), above);
    }

    private View view(Caller caller, RecordedEvent found, DisputeContradicted event) {
        var won = event.won();
        var id = event.chargeback().text();
        var wallet = event.booked().wallet();
        return won == null
                ? view(
                        caller,
                        found,
                        "chargeback-contradicted",
                        id,
                        wallet,
                        event.told().amount())
                : view(caller, found, "dispute-won-contradicted", id, wallet, won);
    }

    private View view(
            Caller caller, RecordedEvent found, String kind, String id, @Nullable WalletId wallet, Money amount) {
        return new View(
                found.position(),
                kind,
                id,
                wallet == null ? null : wallets.show(caller, wallet),
                MoneyJson.of(amount),
                Times.text(found.at()));
    }
}
