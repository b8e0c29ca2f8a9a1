package io.microwallet.core.wallet;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.PopUp.unclaimed;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Row;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final Instant AT = Row.EARLIER;
    private static final Currency EUR = Currency.of("EUR");
    private static final TopUpId FIRST = new TopUpId(new UUID(6, 1));
    private static final TopUpId SECOND = new TopUpId(new UUID(6, 2));

    @Test
    void a_top_up_is_a_lot_named_by_it_once_it_succeeded() {
        var pending = open(OPENED, requested(FIRST, eur(50)));
        var done = open(OPENED, requested(FIRST, eur(50)), succeeded(FIRST, eur(50), eur(50)));

        assertThat(pending.lots()).isEmpty();
        assertThat(pending.pendingTopUps()).containsExactly(FIRST);
        assertThat(done.lots()).containsExactly(Lot.cash(LotId.of(FIRST), eur(50), AT));
        assertThat(done.pendingTopUps()).isEmpty();
    }

    @Test
    void a_late_success_leaves_other_top_ups_pending() {
        var wallet = open(
                OPENED,
                requested(FIRST, eur(50)),
                requested(SECOND, eur(20)),
                failed(FIRST),
                succeeded(FIRST, eur(50), eur(50)));

        assertThat(wallet.pendingTopUps()).containsExactly(SECOND);
    }

    @Test
    void unclaimed_money_is_no_longer_awaited() {
        var wallet = open(OPENED, requested(FIRST, eur(50)), unclaimed(FIRST, eur(50)));

        assertThat(wallet.pendingTopUps()).isEmpty();
        assertThat(wallet.isEmpty()).isTrue();
    }

    @Test
    void a_wallet_has_a_balance_in_each_currency() {
        var yen = Money.of(900, "JPY");
        var wallet = open(
                OPENED,
                requested(FIRST, eur(50)),
                succeeded(FIRST, eur(50), eur(50)),
                requested(SECOND, yen),
                succeeded(SECOND, yen, yen));

        assertThat(wallet.currencies()).containsExactly(EUR, yen.currency());
        assertThat(wallet.available(EUR, AT)).isEqualTo(eur(50));
        assertThat(wallet.balance(yen.currency(), AT)).isEqualTo(yen);
        assertThat(wallet.held(EUR)).isEqualTo(eur(0));
        assertThat(wallet.covers(eur(50), AT)).isTrue();
        assertThat(wallet.covers(eur(51), AT)).isFalse();
    }

    @Test
    void an_expired_lot_is_neither_available_nor_drawn() {
        var expiring = Lot.credit(new LotId(new UUID(7, 1)), eur(10), AT, AT.plusSeconds(60), Funder.ledger());
        var cash = Lot.cash(new LotId(new UUID(7, 2)), eur(5), AT);
        var wallet = new Wallet.Open(
                WALLET,
                LEDGER,
                TILL,
                false,
                new Funds(List.of(expiring, cash), List.of()),
                TopUpsAsked.NONE,
                OpenMemberships.NONE,
                null,
                null,
                AT);

        assertThat(wallet.available(EUR, AT)).isEqualTo(eur(15));
        assertThat(wallet.take(eur(12), AT)).containsExactly(expiring, cash.of(eur(2)));
        assertThat(wallet.available(EUR, AT.plusSeconds(60))).isEqualTo(eur(5));
        assertThat(wallet.covers(eur(6), AT.plusSeconds(60))).isFalse();
    }

    @Test
    void freezing_and_unfreezing_change_nothing_else() {
        assertThat(open(OPENED, new WalletFrozen(WALLET)).frozen()).isTrue();
        assertThat(open(OPENED, new WalletFrozen(WALLET), new WalletUnfrozen(WALLET)))
                .isEqualTo(open(OPENED));
    }

    @Test
    void what_says_nothing_of_money_leaves_the_state() {
        var wallet = open(OPENED);

        assertThat(wallet.evolve(new WalletResolved(WALLET, TILL), AT)).isSameAs(wallet);
        assertThat(wallet.evolve(new LinkRevoked(new LinkId(new UUID(10, 1)), WALLET), AT))
                .isSameAs(wallet);
        assertThat(wallet.evolve(new RequestRefused(new RefusalCode("WALLET_FROZEN")), AT))
                .isSameAs(wallet);
    }

    @Test
    void a_closed_wallet_takes_no_money_and_can_be_erased() {
        var closed = state(OPENED, requested(FIRST, eur(50)), failed(FIRST), new WalletClosed(WALLET));

        assertThat(closed).isEqualTo(new Wallet.Closed(WALLET, LEDGER, TILL, List.of(), null, null, AT, AT));
        assertThat(closed.evolve(unclaimed(FIRST, eur(50)), AT)).isSameAs(closed);
        var erased = closed.evolve(new WalletErased(WALLET), AT);
        assertThat(erased).isEqualTo(new Wallet.Erased(WALLET, LEDGER));
        assertThat(erased.evolve(unclaimed(FIRST, eur(50)), AT)).isSameAs(erased);
    }

    @Test
    void another_ledger_sees_no_wallet() {
        var wallet = open(OPENED);

        assertThat(wallet.within(LEDGER)).isSameAs(wallet);
        assertThat(wallet.within(NEIGHBOUR)).isEqualTo(new Wallet.Unborn());
        assertThat(new Wallet.Erased(WALLET, LEDGER).within(NEIGHBOUR)).isEqualTo(new Wallet.Unborn());
    }

    private static Wallet.Open open(Event... events) {
        return (Wallet.Open) state(events);
    }

    private static Wallet state(Event... events) {
        Wallet wallet = WALLET.unborn();
        for (var event : events) {
            wallet = wallet.evolve(event, AT);
        }
        return wallet;
    }
}
