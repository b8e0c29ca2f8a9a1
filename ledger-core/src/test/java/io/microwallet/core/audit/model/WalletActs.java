package io.microwallet.core.audit.model;

import io.microwallet.core.decision.Command;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Members who come and go, and the sweeper. */
final class WalletActs implements Acts {
    private static final int WALLETS = 7;

    private final Tables t;
    private final Purse purse;
    private final Dice dice;

    WalletActs(Tables tables, Dice dice) {
        t = tables;
        purse = new Purse(tables);
        this.dice = dice;
    }

    private long open() {
        return t.wallets.values().stream().filter(it -> !it.closed).count();
    }

    @Override
    public int share() {
        return open() < WALLETS && !t.ledgers.isEmpty() ? 60 : 12;
    }

    @Override
    public Command next(Instant now) {
        if (open() < WALLETS && !dice.oneIn(4)) {
            var next = new WalletId(new UUID(4, t.wallets.size()));
            return new OpenWallet(dice.ledger(next), next, PeopleActs.TILL, null, null);
        }
        var wallet = dice.wallet(t);
        var row = t.wallets.get(wallet);
        if (row != null && row.frozen && !row.closed && dice.oneIn(2)) {
            return new UnfreezeWallet(wallet);
        }
        var members = t.memberships.values().stream().filter(it -> it.runs).toList();
        var member = dice.lately(members);
        if (member != null && purse.currencies(member.wallet, now).isEmpty()) {
            return new CloseWallet(member.wallet);
        }
        if (row != null && !row.closed && purse.currencies(wallet, now).isEmpty() && dice.oneIn(3)) {
            return new CloseWallet(wallet);
        }
        return row != null && row.closed && !dice.oneIn(3) ? closed(wallet) : about(wallet);
    }

    /** A closed wallet is of little use to anyone. */
    private Command closed(WalletId wallet) {
        return switch (dice.upTo(4)) {
            case 0 -> new EraseWallet(wallet);
            case 1 -> link(wallet);
            case 2 -> new FreezeWallet(wallet);
            default -> new SettleOverdue(wallet);
        };
    }

    private Command about(WalletId wallet) {
        return switch (dice.upTo(16)) {
            case 0 -> new FreezeWallet(wallet);
            case 1, 2 -> new UnfreezeWallet(wallet);
            case 3 -> dice.oneIn(3) ? new CloseWallet(wallet) : new SettleOverdue(wallet);
            case 4 -> new EraseWallet(wallet);
            case 5 -> new ResolveWallet(wallet, PeopleActs.TILL);
            case 6 -> new OpenWallet(dice.ledger(wallet), wallet, PeopleActs.TILL, null, null);
            case 7, 8, 9 -> link(wallet);
            default -> new SettleOverdue(wallet);
        };
    }

    private Command link(WalletId wallet) {
        var known = dice.lately(t.links.keySet());
        if (known != null && dice.oneIn(2)) {
            return new RevokeLink(dice.ledger(), known);
        }
        return new CreateLink(
                dice.ledger(wallet),
                known != null && dice.oneIn(10) ? known : new LinkId(dice.id()),
                wallet,
                PeopleActs.TILL,
                new SecretHash("0".repeat(64)),
                1,
                Duration.ofMinutes(1L + dice.upTo(1_000)));
    }
}
