package io.microwallet.core.audit.model;

import io.microwallet.core.link.LinkCommand;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.wallet.WalletCommand;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import java.time.Instant;
import java.util.ArrayList;

/** Wallets themselves, and the links to their balance. */
final class Wallets {
    private final Tables t;
    private final Purse purse;
    private final Due due;

    Wallets(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
    }

    Answer answer(WalletCommand command, Instant at) {
        var wallet = t.wallets.get(command.wallet());
        if (wallet == null) {
            return command instanceof OpenWallet c ? open(c) : Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        return wallet.closed ? closed(wallet, command) : open(wallet, command, at);
    }

    private Answer open(OpenWallet c) {
        var wallet = new Rows.Wallet();
        wallet.ledger = c.ledger();
        t.wallets.put(c.wallet(), wallet);
        return Answer.accepted(new ArrayList<>(), Told.of("WalletOpened"));
    }

    private Answer closed(Rows.Wallet wallet, WalletCommand command) {
        if (command instanceof EraseWallet && t.owesAnything(command.wallet())) {
            return Answer.refused("RECEIVABLE_OPEN");
        }
        return switch (command) {
            case OpenWallet _ -> Answer.refused("WALLET_ALREADY_EXISTS");
            case FreezeWallet _, UnfreezeWallet _, CloseWallet _, ResolveWallet _ -> Answer.refused("WALLET_CLOSED");
            case SettleOverdue _ -> new Answer.Known();
            case EraseWallet _ -> {
                wallet.erased = true;
                yield Answer.accepted(new ArrayList<>(), Told.of("WalletErased"));
            }
        };
    }

    private Answer open(Rows.Wallet wallet, WalletCommand command, Instant at) {
        return switch (command) {
            case OpenWallet _ -> Answer.refused("WALLET_ALREADY_EXISTS");
            case FreezeWallet c -> freeze(wallet, c, at);
            case UnfreezeWallet c -> unfreeze(wallet, c, at);
            case CloseWallet c -> close(wallet, c, at);
            case EraseWallet c -> Answer.refused(isEmpty(c, at) ? "WALLET_NOT_CLOSED" : "WALLET_NOT_EMPTY");
            case ResolveWallet c -> Answer.accepted(due.settle(c.wallet(), at), Told.of("WalletResolved"));
            case SettleOverdue c -> {
                var told = due.settle(c.wallet(), at);
                yield told.isEmpty() ? new Answer.Known() : Answer.accepted(told);
            }
        };
    }

    private Answer freeze(Rows.Wallet wallet, FreezeWallet c, Instant at) {
        if (wallet.frozen) {
            return Answer.refused("WALLET_ALREADY_FROZEN");
        }
        wallet.frozen = true;
        return Answer.accepted(due.settle(c.wallet(), at), Told.of("WalletFrozen"));
    }

    private Answer unfreeze(Rows.Wallet wallet, UnfreezeWallet c, Instant at) {
        if (t.owesAnything(c.wallet())) {
            return Answer.refused("RECEIVABLE_OPEN");
        }
        if (!wallet.frozen) {
            return Answer.refused("WALLET_NOT_FROZEN");
        }
        wallet.frozen = false;
        return Answer.accepted(due.settle(c.wallet(), at), Told.of("WalletUnfrozen"));
    }

    private boolean isEmpty(WalletCommand c, Instant at) {
        return purse.currencies(c.wallet(), at).isEmpty();
    }

    private Answer close(Rows.Wallet wallet, CloseWallet c, Instant at) {
        if (t.topUps.values().stream().anyMatch(it -> it.wallet.equals(c.wallet()) && it.status.equals("asked"))) {
            return Answer.refused("TOP_UP_PENDING");
        }
        if (!isEmpty(c, at)) {
            return Answer.refused("WALLET_NOT_EMPTY");
        }
        if (t.owesAnything(c.wallet())) {
            return Answer.refused("RECEIVABLE_OPEN");
        }
        if (t.memberships.values().stream().anyMatch(it -> it.wallet.equals(c.wallet()) && runs(it, at))) {
            return Answer.refused("MEMBERSHIP_RUNNING");
        }
        var told = due.settle(c.wallet(), at);
        var memberships = t.memberships.values().stream()
                .filter(it -> it.wallet.equals(c.wallet()) && it.runs)
                .toList();
        memberships.forEach(it -> told.add(due.periodEnded(it, null)));
        wallet.closed = true;
        return Answer.accepted(told, Told.of("WalletClosed"));
    }

    /** What is over, or will not go on, stands in nobody's way. */
    private static boolean runs(Rows.Membership membership, Instant at) {
        return membership.runs && membership.periodEnds.isAfter(at) && !membership.cancelled;
    }

    Answer answer(LinkCommand command, Instant at) {
        return switch (command) {
            case CreateLink c -> create(c, at);
            case RevokeLink c -> revoke(c);
        };
    }

    private Answer create(CreateLink c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (t.links.containsKey(c.link())) {
            return Answer.refused("LINK_ALREADY_EXISTS");
        }
        if (wallet.closed) {
            return Answer.refused("WALLET_CLOSED");
        }
        var link = new Rows.Link();
        link.ledger = c.ledger();
        link.wallet = c.wallet();
        t.links.put(c.link(), link);
        return Answer.accepted(
                due.settle(c.wallet(), at), Told.of("LinkCreated").with("expires", at.plus(c.lifetime())));
    }

    private Answer revoke(RevokeLink c) {
        var link = t.links.get(c.link());
        if (link == null || !link.ledger.equals(c.ledger())) {
            return Answer.absent("LINK_NOT_FOUND");
        }
        if (link.revoked) {
            return Answer.refused("LINK_REVOKED");
        }
        link.revoked = true;
        return Answer.accepted(new ArrayList<>(), Told.of("LinkRevoked").with("wallet", link.wallet));
    }
}
