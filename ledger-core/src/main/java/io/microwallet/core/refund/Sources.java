package io.microwallet.core.refund;

import io.microwallet.core.decision.States;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The top-ups behind cash, and what of it may go back to them. */
final class Sources {
    private final States states;
    private final Set<TopUpId> known;

    /** @param known the top-ups in the command's boundary */
    Sources(States states, List<TopUpId> known) {
        this.states = states;
        this.known = Set.copyOf(known);
    }

    /** A part for all the cash of these lots; empty where one of their top-ups has not so much left to give back. */
    Optional<List<RefundPart>> allOf(List<Lot> lots) {
        var parts = new ArrayList<RefundPart>(lots.size());
        for (var lot : lots) {
            if (lot.kind() == LotKind.CASH) {
                var source = find(lot);
                if (source.isEmpty() || source.get().room().compareTo(lot.amount()) < 0) {
                    return Optional.empty();
                }
                parts.add(part(source.get(), lot));
            }
        }
        return Optional.of(parts);
    }

    /** The top-up that a cash lot is named by, if its money came. */
    Optional<TopUp.Succeeded> find(Lot lot) {
        var topUp = new TopUpId(lot.id().value());
        return lot.kind() == LotKind.CASH
                        && known.contains(topUp)
                        && states.of(topUp) instanceof TopUp.Succeeded source
                        && isOf(source, lot.amount())
                ? Optional.of(source)
                : Optional.empty();
    }

    static RefundPart part(TopUp.Succeeded source, Lot lot) {
        return new RefundPart(source.request().processor(), source.success().processorReference(), lot);
    }

    private static boolean isOf(TopUp.Succeeded source, Money amount) {
        return source.success().amount().currency() == amount.currency();
    }
}
