package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Log;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;

/** What asks for money or gives some leaves a wallet within its ledger's limits, whoever ordered it. */
final class WithinLimits {
    private final Log log;

    WithinLimits(Log log) {
        this.log = log;
    }

    /** A batch may change the limits after it gave. */
    void after(List<Event> decided, Instant at) {
        if (decided.getFirst() instanceof BatchDecided) {
            return;
        }
        for (var event : decided) {
            switch (event) {
                case TopUpRequested e -> isWithin(e.wallet(), e.amount(), at);
                case CreditGranted e -> isWithin(e.wallet(), e.lot().amount(), at);
                case MembershipCreditGranted e -> isWithin(e.wallet(), e.amount(), at);
                case AttendanceRewarded e -> isWithin(e.wallet(), e.amount(), at);
                case Event _ -> {}
            }
        }
    }

    private void isWithin(WalletId id, Money more, Instant at) {
        if (log.state(id) instanceof Wallet.Open wallet) {
            var limits = log.state(wallet.ledger()).limits();
            var most = limits.balance(more.currency()).map(Money::amount).orElse(Long.MAX_VALUE);
            assertThat(wallet.expected(more.currency(), at))
                    .as("%s has and awaits", id)
                    .isLessThanOrEqualTo(most);
            assertThat(wallet.hasRoomForLots(0, limits.openLots()))
                    .as("%s has room for its lots", id)
                    .isTrue();
        }
    }
}
