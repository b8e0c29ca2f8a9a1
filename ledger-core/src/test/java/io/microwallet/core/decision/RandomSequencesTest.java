package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropEvent.DropClosed;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropEvent.DropOpened;
import io.microwallet.core.drop.DropEvent.DropRescheduled;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Units;
import io.microwallet.core.given.Bookkeeper;
import io.microwallet.core.given.CashOfWallets;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.ReceivableChargebacks;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a crowd does, in whatever order: the books are whole after every single decision. */
class RandomSequencesTest {
    private static final int COMMANDS = 3_000;
    private static final List<Currency> CURRENCIES =
            Stream.of("EUR", "JPY", "KWD").map(Currency::of).toList();

    private final Log log = new Log();
    private final Bookkeeper bookkeeper = new Bookkeeper();
    private final CashOfWallets cash = new CashOfWallets();
    private final Set<Class<?>> seen = new HashSet<>();

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 8), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_books_are_whole_after_every_decision(long seed) {
        play(seed);

        Crowd.wallets().forEach(this::replayGivesTheSameState);
        Holders.drops().forEach(drop -> assertThat(log.replay(drop)).isEqualTo(log.state(drop)));
        refundsOfAPurchaseAreAtMostWhatWasPaid();
    }

    @Test
    void a_crowd_does_everything_there_is_to_do_with_a_wallet() {
        for (var seed = 1; seed <= 6; seed++) {
            var one = new RandomSequencesTest();
            one.play(seed);
            seen.addAll(one.seen);
        }

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        MerchantAdded.class,
                        WalletOpened.class,
                        WalletFrozen.class,
                        WalletUnfrozen.class,
                        WalletResolved.class,
                        WalletClosed.class,
                        WalletErased.class,
                        TopUpRequested.class,
                        TopUpSucceeded.class,
                        TopUpFailed.class,
                        TopUpUnclaimed.class,
                        Purchased.class,
                        PurchaseRefunded.class,
                        UnspentReturned.class,
                        RefundSettled.class,
                        RefundFailed.class,
                        RefundUnclaimed.class,
                        RefundSettledAfterFailed.class,
                        ChargedBack.class,
                        DisputeWon.class,
                        DisputeContradicted.class,
                        ReceivableCollected.class,
                        ReceivableWrittenOff.class,
                        DropCreated.class,
                        DropRescheduled.class,
                        DropOpened.class,
                        DropClosed.class,
                        HoldPlaced.class,
                        HoldCaptured.class,
                        HoldVoided.class,
                        HoldExpired.class,
                        LinkCreated.class,
                        LinkRevoked.class);
    }

    private void play(long seed) {
        var crowd = new Crowd(seed);
        log.append(LEDGER_CREATED, Row.EARLIER);
        for (var i = 0; i < COMMANDS; i++) {
            // Two decisions share an instant: order must not hang on the clock alone.
            // Now and then half a minute passes: holds lapse.
            var at = Row.EARLIER.plusMillis(i / 2).plusSeconds(i / 100 * 30);
            if (log.submit(crowd.next(log), at) instanceof Decision.Accepted accepted) {
                accepted.events().forEach(event -> seen.add(event.getClass()));
                accepted.events().forEach(bookkeeper::book);
                accepted.events().forEach(cash::book);
                accepted.events().forEach(event -> check(event, at));
                // What is overdue tells what was left before the rest of the decision.
                checkTold(accepted.events().getLast(), at);
            }
        }
    }

    private void check(Event event, Instant at) {
        assertThat(bookkeeper.trialBalance())
                .allSatisfy((_, total) -> assertThat(total).isZero());
        assertThat(cash.lowest())
                .as("cash that we pay out for a wallet never exceeds cash paid in")
                .isNotNegative();
        sourcesAreNeverAskedForMoreThanTheyHave(event);
        Crowd.wallets().forEach(wallet -> stateAgreesWithTheBooks(wallet, at));
        event.tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.DROP)
                .forEach(tag -> unitsAreWhatHoldsSay(new DropId(tag.id()), at));
    }

    /** Counted anew from all that ever happened to the drop. */
    private void unitsAreWhatHoldsSay(DropId id, Instant at) {
        var held = new HashMap<HoldId, Instant>();
        var sold = 0;
        for (var entry : log.entries()) {
            if (entry.event() instanceof HoldEvent e && id.equals(e.drop())) {
                switch (e) {
                    case HoldPlaced it -> held.put(it.hold(), it.expires());
                    case HoldCaptured it -> {
                        sold += it.part() == 1 ? 1 : 0;
                        held.remove(it.hold());
                    }
                    case HoldVoided it -> held.remove(it.hold());
                    case HoldExpired it -> held.remove(it.hold());
                }
            }
        }
        var open = (int) held.values().stream().filter(at::isBefore).count();
        var drop = (Drop.Announced) log.state(id);
        var stock = drop.terms().offer().stock();
        assertThat(drop.at(at).units()).isEqualTo(new Units(stock, sold, open, stock - sold - open));
    }

    private void checkTold(Event event, Instant at) {
        switch (event) {
            case TellsBalance e
            when e.wallet() != null && e.available() != null -> toldBalanceIsTheBalance(e.wallet(), e.available(), at);
            default -> {}
        }
    }

    private void toldBalanceIsTheBalance(WalletId id, Money told, Instant at) {
        assertThat(log.state(id))
                .isInstanceOfSatisfying(
                        Wallet.Open.class,
                        wallet -> assertThat(wallet.available(told.currency(), at))
                                .isEqualTo(told));
    }

    private void sourcesAreNeverAskedForMoreThanTheyHave(Event event) {
        var parts = switch (event) {
            case PurchaseRefunded e -> e.parts();
            case UnspentReturned e -> e.parts();
            default -> List.<RefundPart>of();
        };
        for (var part : parts) {
            var source = (TopUp.Succeeded) log.state(part.topUp());
            var broughtIn = source.success().amount();
            var back = source.takenBack();
            assertThat(back.askedBack().plus(back.charged(broughtIn.currency())))
                    .isLessThanOrEqualTo(broughtIn);
        }
    }

    private void refundsOfAPurchaseAreAtMostWhatWasPaid() {
        log.entries().stream()
                .flatMap(entry -> made(entry.event()).stream())
                .map(purchase -> (Purchase.Made) log.state(purchase))
                .forEach(made -> {
                    assertThat(made.refundable().isNegative()).isFalse();
                    assertThat(made.commission().isNegative()).isFalse();
                    assertThat(log.replay(made.sale().purchase())).isEqualTo(made);
                });
    }

    private static Optional<PurchaseId> made(Event event) {
        return switch (event) {
            case Purchased e -> Optional.of(e.purchase());
            case HoldCaptured e -> Optional.of(e.purchase());
            default -> Optional.empty();
        };
    }

    private void stateAgreesWithTheBooks(WalletId id, Instant at) {
        var state = log.state(id);
        for (var currency : CURRENCIES) {
            var booked = bookkeeper.balance(new WalletFunds(id, LotKind.CASH, Availability.AVAILABLE), currency);
            assertThat(booked).isNotNegative();
            assertThat(-bookkeeper.balance(new ReceivableChargebacks(id), currency))
                    .isEqualTo(owed(state, currency));
            assertThat(booked).isEqualTo(worth(state, currency, at)).isEqualTo(sumOfLots(state, currency));
            assertThat(bookkeeper.balance(new WalletFunds(id, LotKind.CASH, Availability.HELD), currency))
                    .isEqualTo(
                            state instanceof Wallet.Open wallet
                                    ? wallet.held(currency).amount()
                                    : 0);
        }
        if (state instanceof Wallet.Open wallet) {
            assertThat(wallet.lots()).isSortedAccordingTo(BurnDown.ORDER).doesNotHaveDuplicates();
            assertThat(wallet.lots().size() + wallet.pendingTopUps().size()).isLessThanOrEqualTo(Wallet.Open.LOTS_MAX);
        }
    }

    private static long owed(Wallet state, Currency currency) {
        return switch (state) {
            case Wallet.Open wallet -> wallet.receivable(currency).owed().amount();
            case Wallet.Closed wallet -> wallet.receivable(currency).owed().amount();
            case Wallet.Unborn _, Wallet.Erased _ -> 0;
        };
    }

    private static long worth(Wallet state, Currency currency, Instant at) {
        return state instanceof Wallet.Open wallet
                ? wallet.available(currency, at).amount()
                : 0;
    }

    private static long sumOfLots(Wallet state, Currency currency) {
        return state instanceof Wallet.Open wallet
                ? wallet.lots().stream()
                        .map(Lot::amount)
                        .filter(left -> left.currency() == currency)
                        .mapToLong(Money::amount)
                        .sum()
                : 0;
    }

    private void replayGivesTheSameState(WalletId id) {
        assertThat(log.replay(id)).isEqualTo(log.state(id));
    }
}
