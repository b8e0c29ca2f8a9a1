package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.given.Bookkeeper;
import io.microwallet.core.given.CashOfWallets;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.Row;
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
import java.util.HashSet;
import java.util.List;
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
        refundsOfAPurchaseAreAtMostWhatWasPaid();
    }

    @Test
    void a_crowd_does_everything_there_is_to_do_with_a_wallet() {
        play(1);

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
                        ReceivableCollected.class,
                        ReceivableWrittenOff.class,
                        LinkCreated.class,
                        LinkRevoked.class);
    }

    private void play(long seed) {
        var crowd = new Crowd(seed);
        log.append(LEDGER_CREATED, Row.EARLIER);
        for (var i = 0; i < COMMANDS; i++) {
            // Two decisions share an instant: order must not hang on the clock alone.
            var at = Row.EARLIER.plusMillis(i / 2);
            if (log.submit(crowd.next(log), at) instanceof Decision.Accepted accepted) {
                accepted.events().forEach(event -> seen.add(event.getClass()));
                accepted.events().forEach(bookkeeper::book);
                accepted.events().forEach(cash::book);
                accepted.events().forEach(event -> check(event, at));
            }
        }
    }

    private void check(Event event, Instant at) {
        assertThat(bookkeeper.trialBalance())
                .allSatisfy((_, total) -> assertThat(total).isZero());
        switch (event) {
            case TellsBalance e
            when e.wallet() != null && e.available() != null -> toldBalanceIsTheBalance(e.wallet(), e.available(), at);
            default -> {}
        }
        assertThat(cash.lowest())
                .as("cash that we pay out for a wallet never exceeds cash paid in")
                .isNotNegative();
        sourcesAreNeverAskedForMoreThanTheyHave(event);
        Crowd.wallets().forEach(wallet -> stateAgreesWithTheBooks(wallet, at));
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
            var taken = source.takenBack().askedBack().plus(source.takenBack().chargedBack());
            assertThat(taken).isLessThanOrEqualTo(source.success().amount());
        }
    }

    private void refundsOfAPurchaseAreAtMostWhatWasPaid() {
        log.entries().stream()
                .filter(entry -> entry.event() instanceof Purchased)
                .map(entry -> (Purchase.Made) log.state(((Purchased) entry.event()).purchase()))
                .forEach(made -> {
                    assertThat(made.refundable().isNegative()).isFalse();
                    assertThat(made.commission().isNegative()).isFalse();
                    assertThat(log.replay(made.sale().purchase())).isEqualTo(made);
                });
    }

    private void stateAgreesWithTheBooks(WalletId id, Instant at) {
        var state = log.state(id);
        for (var currency : CURRENCIES) {
            var booked = bookkeeper.balance(new WalletFunds(id, LotKind.CASH, Availability.AVAILABLE), currency);
            assertThat(booked).isNotNegative();
            assertThat(-bookkeeper.balance(new ReceivableChargebacks(id), currency))
                    .isEqualTo(owed(state, currency));
            assertThat(booked).isEqualTo(worth(state, currency, at)).isEqualTo(sumOfLots(state, currency));
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
