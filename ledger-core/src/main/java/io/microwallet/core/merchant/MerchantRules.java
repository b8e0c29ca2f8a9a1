package io.microwallet.core.merchant;

import static io.microwallet.core.decision.Decision.accepted;
import static io.microwallet.core.decision.Decision.refused;

import io.microwallet.core.decision.Decider;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.States;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import java.time.Instant;

/** How a seller comes into a ledger. */
public final class MerchantRules implements Decider<MerchantCommand> {
    @Override
    public Decision decide(States states, MerchantCommand command, Instant at) {
        return switch (command) {
            case AddMerchant c -> add(states.of(c.merchant()), c);
        };
    }

    private static Decision add(Merchant merchant, AddMerchant command) {
        return switch (merchant) {
            case Merchant.Trading _ -> refused(MerchantRefusal.MERCHANT_ALREADY_EXISTS);
            case Merchant.Unborn _
            when command.kind() == MerchantKind.OWN && command.commissionBasisPoints() != 0 ->
                refused(MerchantRefusal.COMMISSION_ON_OWN_SALES);
            case Merchant.Unborn _ ->
                accepted(new MerchantAdded(
                        command.ledger(),
                        command.merchant(),
                        command.kind(),
                        command.commissionBasisPoints(),
                        command.name(),
                        command.reference()));
        };
    }
}
