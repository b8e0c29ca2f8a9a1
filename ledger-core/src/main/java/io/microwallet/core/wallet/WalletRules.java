package io.microwallet.core.wallet;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.States;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.time.Instant;
import java.util.ArrayList;

/** When a wallet opens, freezes, closes and is forgotten. */
public final class WalletRules implements Decider<WalletCommand> {
    @Override
    public Decision decide(States states, WalletCommand command, Instant at) {
        return switch (states.of(command.wallet())) {
            case Wallet.Unborn _ -> unborn(command);
            case Wallet.Open wallet -> open(wallet, command);
            case Wallet.Closed wallet -> closed(wallet, command);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
        };
    }

    private static Decision unborn(WalletCommand command) {
        return switch (command) {
            case OpenWallet c ->
                accepted(new WalletOpened(c.ledger(), c.wallet(), c.client(), c.reference(), c.contact()));
            case FreezeWallet _, UnfreezeWallet _, CloseWallet _, EraseWallet _, ResolveWallet _, SettleOverdue _ ->
                absent(Absence.WALLET_NOT_FOUND);
        };
    }

    private static Decision open(Wallet.Open wallet, WalletCommand command) {
        return switch (command) {
            case OpenWallet _ -> refused(WalletRefusal.WALLET_ALREADY_EXISTS);
            case FreezeWallet _ when wallet.frozenByOrder() -> refused(WalletRefusal.WALLET_ALREADY_FROZEN);
            case FreezeWallet c -> accepted(new WalletFrozen(c.wallet()));
            case UnfreezeWallet _ when !wallet.frozen() -> refused(WalletRefusal.WALLET_NOT_FROZEN);
            case UnfreezeWallet _ when wallet.funds().owes() -> refused(WalletRefusal.RECEIVABLE_OPEN);
            case UnfreezeWallet c -> accepted(new WalletUnfrozen(c.wallet()));
            case CloseWallet _ when !wallet.pendingTopUps().isEmpty() -> refused(WalletRefusal.TOP_UP_PENDING);
            case CloseWallet _ when !wallet.isEmpty() -> refused(WalletRefusal.WALLET_NOT_EMPTY);
            case CloseWallet _ when wallet.funds().owes() -> refused(WalletRefusal.RECEIVABLE_OPEN);
            case CloseWallet _ when wallet.memberships().isAnyRenewing() -> refused(WalletRefusal.MEMBERSHIP_RUNNING);
            case CloseWallet _ -> closed(wallet);
            case EraseWallet _ when !wallet.isEmpty() -> refused(WalletRefusal.WALLET_NOT_EMPTY);
            case EraseWallet _ -> refused(WalletRefusal.WALLET_NOT_CLOSED);
            case ResolveWallet c -> accepted(new WalletResolved(c.wallet(), c.client()));
            // What was overdue is in front of this decision already.
            case SettleOverdue _ -> new Decision.AlreadyKnown();
        };
    }

    // A period that was paid for and is given up with the wallet is over now.
    private static Decision closed(Wallet.Open wallet) {
        var events = new ArrayList<Event>();
        for (var membership : wallet.memberships().all()) {
            if (membership.status() == OpenMembership.Status.CANCELLED) {
                events.add(membership.periodEnded(wallet.id(), null));
            }
        }
        events.add(new WalletClosed(wallet.id()));
        return new Decision.Accepted(events);
    }

    private static Decision closed(Wallet.Closed wallet, WalletCommand command) {
        return switch (command) {
            case OpenWallet _ -> refused(WalletRefusal.WALLET_ALREADY_EXISTS);
            case FreezeWallet _, UnfreezeWallet _, CloseWallet _, ResolveWallet _ ->
                refused(WalletRefusal.WALLET_CLOSED);
            case EraseWallet _ when wallet.owes() -> refused(WalletRefusal.RECEIVABLE_OPEN);
            case EraseWallet c -> accepted(new WalletErased(c.wallet()));
            case SettleOverdue _ -> new Decision.AlreadyKnown();
        };
    }
}
