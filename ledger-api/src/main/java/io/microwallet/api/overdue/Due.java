package io.microwallet.api.overdue;

import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipEvent.Gives;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An instant of the ledger's clock at which something of a wallet may end by itself. */
record Due(LedgerId ledger, WalletId wallet, Instant at) {

    /** What an event lets begin that ends by itself, whatever becomes of it until then. */
    static List<Due> of(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case CreditGranted e -> lots(recorded, e.wallet(), List.of(e.lot()));
            case Gives e -> lots(recorded, e.wallet(), e.lots());
            case PurchaseRefunded e -> lots(recorded, e.wallet(), e.returned());
            case MembershipStarted e -> List.of(new Due(recorded.ledger(), e.wallet(), e.periodEnds()));
            case MembershipRenewed e -> List.of(new Due(recorded.ledger(), e.wallet(), e.periodEnds()));
            case HoldPlaced e -> List.of(new Due(recorded.ledger(), e.wallet(), e.expires()));
            case Event _ -> List.of();
        };
    }

    private static List<Due> lots(RecordedEvent recorded, WalletId wallet, List<Lot> lots) {
        return lots.stream()
                .flatMap(lot -> Stream.ofNullable(lot.expires()))
                .distinct()
                .map(expires -> new Due(recorded.ledger(), wallet, expires))
                .toList();
    }
}
