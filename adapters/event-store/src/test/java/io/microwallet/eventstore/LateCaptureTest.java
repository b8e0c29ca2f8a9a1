package io.microwallet.eventstore;

import static io.microwallet.eventstore.Till.decided;
import static io.microwallet.eventstore.Till.eur;
import static io.microwallet.eventstore.Till.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropCommand.CreateDrop;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.drop.Units;
import io.microwallet.core.hold.HoldCommand.CaptureHold;
import io.microwallet.core.hold.HoldCommand.PlaceHold;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.popup.Window;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The only unit of a drop, whose first holder's captures are on their way while the hold lapses. */
class LateCaptureTest {
    private static final int HOLD_SECONDS = 60;
    /** Long ago, so that no deadline but one comes. */
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.MICROS).minusSeconds(7_200);

    private static final Instant LAPSES = START.plusSeconds(HOLD_SECONDS);
    private static final Instant BEFORE = LAPSES.minusNanos(1_000);
    private static final Instant AN_HOUR_BACK = LAPSES.minusSeconds(3_600);
    private static final SealedText NAME = new SealedText("c2VhbGVk");

    private final TestDatabase database = Stores.database();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final CountDownLatch deciding = new CountDownLatch(1);
    private final CountDownLatch decide = new CountDownLatch(1);
    private final CountDownLatch preparing = new CountDownLatch(1);
    private final CountDownLatch prepare = new CountDownLatch(1);
    private final DropId drop = new DropId(UUID.randomUUID());
    private final HoldId first = new HoldId(UUID.randomUUID());
    private final HoldId second = new HoldId(UUID.randomUUID());
    private final IdempotencyKey calledOff = Till.newKey();

    /** A purchase of 0.13 holds the deciding thread. */
    private EventStoreSettings settings() {
        return Stores.settings(database).withClock(now::get).withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(eur(13))) {
                deciding.countDown();
                Latches.await(decide);
            }
            return Rules.decide(states, command, at);
        });
    }

    @Test
    void
            what_was_sent_before_the_lapse_is_refused_after_it_though_the_clock_steps_back_and_the_store_is_opened_again() {
        Till till;
        WalletId early;
        WalletId late;
        try (var store = EventStore.open(settings())) {
            till = Till.open(store.decisions());
            early = till.wallet(eur(50_00));
            late = till.wallet(eur(50_00));
            till.accepted(Operation.CREATE_DROP, oneUnit(till));
            till.accepted(Operation.PLACE_HOLD, place(till, first, early));
            // In memory already: what is not waits until nothing is in flight.
            store.books().read(first.purchase());
            lapseOnTheWay(till, early, late);
        }
        try (var store = EventStore.open(settings())) {
            var again = till.at(store.decisions());
            var retry = again.request(calledOff, Operation.CAPTURE_HOLD);
            assertComesTooLate(decided(again.decisions.submit(retry, capture(again, first, early))));
            var captured = again.accepted(Operation.CAPTURE_HOLD, capture(again, second, late));
            assertThat(captured.events().getLast().event()).isInstanceOf(HoldCaptured.class);
            var announced = (Drop.Announced) store.books().read(drop);
            assertThat(announced.at(LAPSES).units()).isEqualTo(new Units(1, 1, 0, 0));
        }
    }

    /** All are sent in the last second: one waits to be decided, one to be made ready, and one is called off. */
    private void lapseOnTheWay(Till till, WalletId early, WalletId late) {
        now.set(LAPSES.minusSeconds(1));
        var capture = capture(till, first, early);
        var unready = CompletableFuture.supplyAsync(() -> slowly(till, capture)).thenCompose(sent -> sent);
        Latches.await(preparing);
        till.send(Operation.PURCHASE, till.purchase(early, eur(13)));
        Latches.await(deciding);
        var waiting = till.send(Operation.CAPTURE_HOLD, capture);
        var hasty = till.decisions.submit(calledOff(till), capture);
        now.set(BEFORE);
        assertThat(outcome(hasty)).isInstanceOf(Outcome.Unavailable.class);

        now.set(LAPSES);
        decide.countDown();
        assertComesTooLate(decided(waiting));
        var handedOn = till.accepted(Operation.PLACE_HOLD, place(till, second, late));
        assertThat(handedOn.events().getLast().event()).isInstanceOf(HoldPlaced.class);
        now.set(AN_HOUR_BACK);
        prepare.countDown();
        assertComesTooLate(decided(unready));
    }

    /** Nobody waits for it any longer in the last microsecond. */
    private Request calledOff(Till till) {
        var usual = till.request(calledOff, Operation.CAPTURE_HOLD);
        return new Request(usual.id(), usual.fingerprint(), usual.ledger(), usual.operation(), 1, 1, BEFORE);
    }

    /** Sent, and then it takes its time to be made ready. */
    private CompletableFuture<Outcome> slowly(Till till, Command capture) {
        return till.decisions.submit(till.request(Till.newKey(), Operation.CAPTURE_HOLD), () -> {
            preparing.countDown();
            Latches.await(prepare);
            return capture;
        });
    }

    private static void assertComesTooLate(Outcome.Decided decided) {
        var only = decided.events().getFirst();
        assertThat(only.event()).isEqualTo(new RequestRefused(new RefusalCode(HoldRefusal.HOLD_EXPIRED.name())));
        assertThat(only.at()).isEqualTo(LAPSES);
    }

    private CreateDrop oneUnit(Till till) {
        var offer = new Offer(1, eur(30_00), null, EarlyAccess.NOBODY, 1, HOLD_SECONDS);
        var window = new Window(START.minusSeconds(1), START.plus(Duration.ofDays(1)));
        return new CreateDrop(till.ledger, drop, till.merchant, null, NAME, offer, window, null);
    }

    private PlaceHold place(Till till, HoldId hold, WalletId wallet) {
        return new PlaceHold(till.ledger, hold, wallet, drop, till.client, null);
    }

    private CaptureHold capture(Till till, HoldId hold, WalletId wallet) {
        return new CaptureHold(till.ledger, hold, wallet, drop, till.merchant, till.client, null, Rest.LET_GO, null);
    }
}
