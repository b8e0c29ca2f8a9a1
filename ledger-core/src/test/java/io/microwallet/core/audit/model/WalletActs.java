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

/** Members who come and go, and the sweeper. */
final class WalletActs implements Acts {
    private final Tables t;
    private final Dice dice;

    WalletActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return 14;
    }

    @Override
    public Command next(Instant now) {
        var wallet = dice.wallet();
        var row = t.wallets.get(wallet);
        if (row == null && !dice.oneIn(20)) {
            return new OpenWallet(dice.ledger(), wallet, PeopleActs.TILL, null, null);
        }
        if (row != null && row.frozen && !row.closed && dice.oneIn(2)) {
            return new UnfreezeWallet(wallet);
        }
        return row != null && row.closed && !dice.oneIn(3) ? reborn(wallet) : about(wallet);
    }

    /** A closed wallet is of little use to anyone: some are erased, and the rest stay as they are. */
    private Command reborn(WalletId wallet) {
        return dice.oneIn(12) ? new EraseWallet(wallet) : new SettleOverdue(dice.wallet());
    }

    private Command about(WalletId wallet) {
        return switch (dice.upTo(16)) {
            case 0 -> new FreezeWallet(wallet);
            case 1, 2 -> new UnfreezeWallet(wallet);
            case 3 -> dice.oneIn(3) ? new CloseWallet(wallet) : new SettleOverdue(wallet);
            case 4 -> new EraseWallet(wallet);
            case 5 -> new ResolveWallet(wallet, PeopleActs.TILL);
            case 6 -> new OpenWallet(dice.ledger(), wallet, PeopleActs.TILL, null, null);
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
                dice.ledger(),
                known != null && dice.oneIn(10) ? known : new LinkId(dice.id()),
                wallet,
                PeopleActs.TILL,
                new SecretHash("0".repeat(64)),
                1,
                Duration.ofMinutes(1L + dice.upTo(1_000)));
    }
}
