package io.microwallet.core.topup;

import static io.microwallet.core.given.PopUp.CARD;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Decision;
import io.microwallet.core.given.Log;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many top-ups a day: by the day of the ledger's time zone, which is Berlin's here. */
class TopUpsOfADayTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T23:00:00Z");
    private static final Duration MICRO = Duration.ofNanos(1_000);

    private final Log log = new Log();
    private int asked;

    @BeforeEach
    void two_a_day() {
        var before = MIDNIGHT.minus(Duration.ofDays(3));
        log.append(LEDGER_CREATED, before);
        log.append(OPENED, before);
        log.append(new LimitsChanged(LEDGER, TILL, new Limits(List.of(), List.of(), 2, 20, 200, 14)), before);
    }

    @Test
    void a_new_day_begins_at_midnight_and_not_a_microsecond_before() {
        assertThat(ask(MIDNIGHT.minusSeconds(3_600))).isTrue();
        assertThat(ask(MIDNIGHT.minusSeconds(60))).isTrue();
        assertThat(ask(MIDNIGHT.minus(MICRO))).isFalse();
        assertThat(ask(MIDNIGHT)).isTrue();
        assertThat(ask(MIDNIGHT)).isTrue();
        assertThat(ask(MIDNIGHT.plusSeconds(86_399))).isFalse();
    }

    @Test
    void what_was_refused_does_not_count() {
        ask(MIDNIGHT);
        ask(MIDNIGHT);
        ask(MIDNIGHT);
        assertThat(((Wallet.Open) log.state(WALLET)).topUpsSince(MIDNIGHT)).isEqualTo(2);
    }

    @Test
    void a_wallet_remembers_two_days_and_no_more() {
        for (var hour = 0; hour < 24 * 30; hour += 12) {
            assertThat(ask(MIDNIGHT.plus(Duration.ofHours(hour)))).isTrue();
        }
        assertThat(((Wallet.Open) log.state(WALLET)).topUps().recent()).hasSize(4);
        assertThat(log.replay(WALLET)).isEqualTo(log.state(WALLET));
    }

    private boolean ask(Instant at) {
        var topUp = new TopUpId(new UUID(7, ++asked));
        var order = new RequestTopUp(
                LEDGER, topUp, WALLET, eur(1), PROCESSOR, Set.of(Mode.SANDBOX), CARD, null, null, null);
        var decision = log.submit(order, at);
        if (!(decision instanceof Decision.Accepted)) {
            assertThat(decision).isEqualTo(Decision.refused(TopUpRefusal.TOO_MANY_TOP_UPS_TODAY));
        }
        return decision instanceof Decision.Accepted;
    }
}
