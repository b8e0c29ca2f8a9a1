package io.microwallet.core.link;

import static io.microwallet.core.decision.Decision.absent;
import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Absence;
import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;

/** When a member's link is given out and taken back. */
public final class LinkRules implements Decider<LinkCommand> {
    @Override
    public Decision decide(States states, LinkCommand command, Instant at) {
        return switch (command) {
            case CreateLink c -> create(states, c, at);
            case RevokeLink c -> revoke(states.of(c.link()).within(c.ledger()));
        };
    }

    private static Decision create(States states, CreateLink command, Instant at) {
        return switch (states.of(command.wallet()).within(command.ledger())) {
            case Wallet.Unborn _ -> absent(Absence.WALLET_NOT_FOUND);
            case Wallet.Erased _ -> absent(Absence.WALLET_ERASED);
            case Wallet.Open _, Wallet.Closed _
            when !(states.of(command.link()) instanceof BalanceLink.Unborn) -> refused(LinkRefusal.LINK_ALREADY_EXISTS);
            case Wallet.Closed _ -> refused(LinkRefusal.WALLET_CLOSED);
            case Wallet.Open _ -> accepted(created(command, at));
        };
    }

    private static LinkCreated created(CreateLink command, Instant at) {
        return new LinkCreated(
                command.ledger(),
                command.link(),
                command.wallet(),
                command.client(),
                command.secretHash(),
                command.secretVersion(),
                at.plus(command.lifetime()));
    }

    private static Decision revoke(BalanceLink link) {
        return switch (link) {
            case BalanceLink.Unborn _ -> absent(Absence.LINK_NOT_FOUND);
            case BalanceLink.Revoked _ -> refused(LinkRefusal.LINK_REVOKED);
            case BalanceLink.Issued issued ->
                accepted(new LinkRevoked(
                        issued.created().link(), issued.created().wallet()));
        };
    }
}
