package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Stall.DROP;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.OTHER_HOLD;
import static io.microwallet.core.given.Stall.OTHER_WALLET;
import static io.microwallet.core.given.Stall.creditPart;
import static io.microwallet.core.given.Stall.opened;
import static io.microwallet.core.given.Stall.placed;
import static io.microwallet.core.given.Stall.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.drop.Units;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Stall;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The only unit of a drop, held by a first member, and wanted by a second. */
class LapsedUnitTest {
    private static final Instant EXPIRES = NOW.plusSeconds(60);
    private static final CaptureHold CAPTURE =
            new CaptureHold(LEDGER, HOLD, WALLET, DROP, BAKER, TILL, null, Rest.LET_GO, null);
    private static final PlaceHold SECOND = new PlaceHold(LEDGER, OTHER_HOLD, OTHER_WALLET, DROP, TILL, null);

    private final Log log = new Log();

    @BeforeEach
    void the_only_unit_is_held() {
        for (var event : with(placed(EXPIRES), opened(OTHER_WALLET))) {
            log.append(event instanceof DropCreated ? ONE_UNIT : event, EARLIER);
        }
        log.append(Stall.credit(OTHER_WALLET, creditPart(5_000), eur(5_000)), EARLIER);
    }

    private static final DropCreated ONE_UNIT = new DropCreated(
            LEDGER,
            DROP,
            BAKER,
            null,
            NAME,
            new Offer(1, eur(3_000), null, EarlyAccess.NOBODY, 1, 60),
            EARLIER,
            NOW.plus(Duration.ofDays(1)),
            null);

    @Test
    void it_is_handed_on_in_the_instant_of_the_lapse_and_never_captured_by_its_first_holder() {
        assertThat(log.submit(SECOND, EXPIRES.minusNanos(1_000)))
                .isEqualTo(Decision.refused(HoldRefusal.DROP_SOLD_OUT));
        assertThat(log.submit(SECOND, EXPIRES)).isInstanceOf(Decision.Accepted.class);
        assertThat(log.submit(CAPTURE, EXPIRES)).isEqualTo(Decision.refused(HoldRefusal.HOLD_EXPIRED));
        unitsAre(0, 1, 0, EXPIRES);
    }

    @Test
    void it_is_captured_in_the_last_instant_and_then_nobody_elses() {
        var last = EXPIRES.minusNanos(1_000);
        assertThat(log.submit(CAPTURE, last)).isInstanceOf(Decision.Accepted.class);
        assertThat(log.submit(SECOND, EXPIRES)).isEqualTo(Decision.refused(HoldRefusal.DROP_SOLD_OUT));
        unitsAre(1, 0, 0, EXPIRES.plusSeconds(3_600));
    }

    @Test
    void it_is_free_though_nobody_sweeps_and_a_late_sweep_frees_nothing_twice() {
        unitsAre(0, 0, 1, EXPIRES);
        log.submit(SECOND, EXPIRES);
        unitsAre(0, 1, 0, EXPIRES.plusSeconds(1));
        log.submit(new SettleOverdue(WALLET), EXPIRES.plusSeconds(30));
        unitsAre(0, 1, 0, EXPIRES.plusSeconds(30));
        log.submit(new SettleOverdue(WALLET), EXPIRES.plusSeconds(31));
        unitsAre(0, 1, 0, EXPIRES.plusSeconds(31));
    }

    @Test
    void it_is_free_once_though_it_is_swept_before_anybody_wants_it() {
        log.submit(new SettleOverdue(WALLET), EXPIRES);
        unitsAre(0, 0, 1, EXPIRES);
        log.submit(SECOND, EXPIRES);
        unitsAre(0, 1, 0, EXPIRES);
    }

    @Test
    void its_first_holder_may_win_it_again_as_a_new_hold() {
        var again = new PlaceHold(LEDGER, OTHER_HOLD, WALLET, DROP, TILL, null);
        assertThat(log.submit(again, EXPIRES)).isInstanceOf(Decision.Accepted.class);
        unitsAre(0, 1, 0, EXPIRES);
    }

    @Test
    void a_hundred_thousand_open_holds_cost_a_drop_what_ten_do() {
        var offer = new Offer(1_000_000, eur(3_000), null, EarlyAccess.NOBODY, 1, 600);
        var terms = new DropCreated(LEDGER, DROP, BAKER, null, NAME, offer, EARLIER, NOW.plusSeconds(9_000), null);
        Drop drop = new Drop.Unborn().evolve(terms, EARLIER);
        for (var i = 0; i < 100_000; i++) {
            var lots = List.of(creditPart(1));
            var hold = placed(new HoldId(new UUID(i * 7_919L, i)), WALLET, DROP, NOW.plusMillis(i % 977), eur(0), lots);
            drop = drop.evolve(hold, EARLIER);
        }
        var announced = (Drop.Announced) drop;

        assertThat(announced.at(EARLIER).units()).isEqualTo(new Units(1_000_000, 0, 100_000, 900_000));
        assertThat(announced.at(NOW.plusMillis(488)).units().held()).isBetween(48_000, 51_000);
        assertThat(announced.at(NOW.plusMillis(976)).units().held()).isZero();
    }

    private void unitsAre(int sold, int held, int free, Instant at) {
        var drop = (Drop.Announced) log.state(DROP);
        assertThat(drop.at(at).units()).isEqualTo(new Units(1, sold, held, free));
    }
}
