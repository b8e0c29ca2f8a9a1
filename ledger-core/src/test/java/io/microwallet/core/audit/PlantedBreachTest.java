package io.microwallet.core.audit;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Stall.DROP_CREATED;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.available;
import static io.microwallet.core.given.Stall.placed;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.audit.model.Step;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Log.Entry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the auditor looks at sees a breach where there is one. */
class PlantedBreachTest {
    private static final Step OPEN = new Step(new OpenWallet(LEDGER, WALLET, TILL, null, null), NOW);

    private final Log log = new Log();
    private final UnitsOfDrops units = new UnitsOfDrops();
    private final Acknowledged acknowledged = new Acknowledged();

    private static void assertCaught(ThrowingCallable look) {
        assertThatThrownBy(look).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_entry_that_balances_in_all_but_not_in_each_currency_is_seen() {
        var account = available(WALLET, LotKind.CASH);
        var euros = Posting.debit(account, eur(5));
        assertThatCode(() -> Invariants.balances(List.of(euros, Posting.credit(account, eur(5)))))
                .doesNotThrowAnyException();
        assertCaught(() -> Invariants.balances(List.of(euros, Posting.credit(account, Money.of(5, "JPY")))));
        assertCaught(() -> Invariants.balances(List.of(euros, Posting.credit(account, eur(4)))));
    }

    @Test
    void a_unit_that_the_drop_does_not_know_of_is_seen() {
        log.append(DROP_CREATED, NOW);
        units.book(DROP_CREATED, NOW);
        assertThatCode(() -> units.areWhole(log, NOW)).doesNotThrowAnyException();
        units.book(placed(EXPIRES), NOW);
        assertCaught(() -> units.areWhole(log, NOW));
        units.areWhole(log, EXPIRES);
    }

    @Test
    void a_key_that_is_answered_otherwise_the_second_time_is_seen() {
        acknowledged.heard(OPEN, log.submit(OPEN.command(), OPEN.at()));
        assertThatCode(() -> acknowledged.isAnsweredOnce(log)).doesNotThrowAnyException();
        acknowledged.heard(OPEN, Decision.accepted(OPENED));
        assertCaught(() -> acknowledged.isAnsweredOnce(log));
    }

    @Test
    void a_gap_in_the_positions_and_a_time_that_goes_backwards_are_seen() {
        var first = new Entry(0, OPENED, NOW);
        Acknowledged.gaplessAndNeverBackwards(List.of(first, new Entry(1, OPENED, NOW)));
        assertCaught(() -> Acknowledged.gaplessAndNeverBackwards(List.of(first, new Entry(2, OPENED, NOW))));
        assertCaught(() ->
                Acknowledged.gaplessAndNeverBackwards(List.of(first, new Entry(1, OPENED, NOW.minusNanos(1_000)))));
    }

    @Test
    void an_acknowledged_answer_that_is_lost_one_that_is_another_and_an_event_that_nobody_was_told_of_are_seen() {
        acknowledged.heard(OPEN, log.submit(OPEN.command(), OPEN.at()));
        acknowledged.heard(OPEN, Decision.refused(WalletRefusal.WALLET_CLOSED));
        assertThatCode(() -> acknowledged.isWhatTheLogHolds(log.entries())).doesNotThrowAnyException();
        assertCaught(() -> acknowledged.isWhatTheLogHolds(List.of()));
        assertCaught(() -> acknowledged.isWhatTheLogHolds(List.of(new Entry(0, DROP_CREATED, NOW))));
        assertCaught(() -> acknowledged.isWhatTheLogHolds(List.of(new Entry(0, OPENED, NOW.plusNanos(1_000)))));
        log.append(DROP_CREATED, NOW);
        assertCaught(() -> acknowledged.isWhatTheLogHolds(log.entries()));
    }
}
