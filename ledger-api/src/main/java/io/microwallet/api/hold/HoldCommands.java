package io.microwallet.api.hold;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Command;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.request.AbsentException;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.DerivedIds;
import io.microwallet.vault.SealedTexts;
import org.springframework.stereotype.Component;

/** Prepares commands about holds: which wallet, drop and merchant a hold is over never changes, and is read before. */
@Component
final class HoldCommands {
    private final SealedTexts texts;
    private final DerivedIds ids;
    private final ClientWallets wallets;
    private final HoldViews holds;

    HoldCommands(SealedTexts texts, DerivedIds ids, ClientWallets wallets, HoldViews holds) {
        this.texts = texts;
        this.ids = ids;
        this.wallets = wallets;
        this.holds = holds;
    }

    Command place(WriteCall call, HoldOrder order) throws AbsentException {
        var wallet = wallets.find(call.caller(), order.wallet());
        return switch (order) {
            case HoldOrder.Unit it -> unit(call, wallet, it);
            case HoldOrder.Deposit it -> deposit(call, wallet, it);
        };
    }

    private PlaceHold unit(WriteCall call, WalletId wallet, HoldOrder.Unit order) {
        var caller = call.caller();
        return new PlaceHold(
                caller.ledger(),
                id(call),
                wallet,
                order.drop(),
                caller.client(),
                texts.sealOrNull(wallet.value(), order.reference()));
    }

    private PlaceDeposit deposit(WriteCall call, WalletId wallet, HoldOrder.Deposit order) {
        var caller = call.caller();
        return new PlaceDeposit(
                caller.ledger(),
                id(call),
                wallet,
                order.merchant(),
                caller.client(),
                order.amount(),
                order.seconds(),
                order.popUp(),
                texts.sealOrNull(wallet.value(), order.reference()));
    }

    private HoldId id(WriteCall call) {
        return new HoldId(ids.of(call.id(), "hold"));
    }

    Command capture(WriteCall call, HoldId id, CaptureOrder order) throws AbsentException {
        var caller = call.caller();
        var placed = placed(call, id);
        return new CaptureHold(
                caller.ledger(),
                id,
                placed.wallet(),
                placed.drop(),
                placed.merchant(),
                caller.client(),
                order.amount(),
                order.rest(),
                texts.sealOrNull(placed.wallet().value(), order.reference()));
    }

    Command letGo(WriteCall call, HoldId id) throws AbsentException {
        var placed = placed(call, id);
        return new VoidHold(call.caller().ledger(), id, placed.wallet(), placed.drop());
    }

    private HoldPlaced placed(WriteCall call, HoldId id) throws AbsentException {
        return holds.find(call.caller(), id)
                .orElseThrow(() -> new AbsentException(Absence.HOLD_NOT_FOUND))
                .placed();
    }
}
