package io.microwallet.core.membership;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.EARLIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Bookkeeper;
import io.microwallet.core.given.Log;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpEvent.PopUpCreated;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members who join, buy, leave and let their credit expire in any order, over years: the books are whole at each step. */
class MembershipSequencesTest {
    private static final int COMMANDS = 4_000;
    private static final int WALLETS = 5;
    private static final int PLANS = 3;
    private static final int POP_UPS = 6;
    private static final Currency EUR = Currency.of("EUR");

    private final Log log = new Log();
    private final Bookkeeper bookkeeper = new Bookkeeper();
    private final Set<MembershipId> memberships = new HashSet<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final List<MembershipId> started = new ArrayList<>();
    private Random random = new Random(0);
    private Instant at = EARLIER;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_deferred_is_what_the_memberships_have_not_given_yet(long seed) {
        random = new Random(seed);
        append(LEDGER_CREATED);
        append(OWN_SHOP_ADDED);
        for (var number = 0; number < POP_UPS; number++) {
            append(new PopUpCreated(LEDGER, popUp(number), NAME, at, at.plusSeconds(1), ZoneOffset.UTC, null));
        }
        for (var i = 0; i < COMMANDS; i++) {
            at = at.plus(Duration.ofHours(random.nextInt(30)));
            if (log.submit(next(), at) instanceof Decision.Accepted accepted) {
                accepted.events().forEach(bookkeeper::book);
                accepted.events().forEach(event -> seen.add(event.getClass()));
            }
            if (random.nextInt(4) == 0) {
                topUp();
            }
            check();
        }
        assertThat(seen)
                .contains(
                        AttendanceRewarded.class,
                        MembershipRenewed.class,
                        MembershipPeriodEnded.class,
                        CreditExpired.class,
                        Purchased.class);
        wallets().forEach(id -> assertThat(log.replay(id)).isEqualTo(log.state(id)));
        memberships.forEach(id -> assertThat(log.replay(id)).isEqualTo(log.state(id)));
    }

    private Command next() {
        return switch (random.nextInt(12)) {
            case 0 -> new OpenWallet(LEDGER, wallet(), TILL, null, null);
            case 1 -> new CreatePlan(LEDGER, plan(), NAME, terms(), null);
            case 2, 3 -> start();
            case 4 -> new CancelMembership(LEDGER, membership(), wallet());
            case 5, 6 -> renew();
            case 7 ->
                new GrantCredit(
                        LEDGER, new LotId(id()), wallet(), TILL, some(), Funder.ledger(), at.plusSeconds(86_400), null);
            case 8 -> new SettleOverdue(wallet());
            case 9 -> random.nextInt(20) == 0 ? new CloseWallet(wallet()) : new SettleOverdue(wallet());
            default ->
                new Purchase(
                        LEDGER,
                        new PurchaseId(id()),
                        wallet(),
                        OWN_SHOP,
                        TILL,
                        some(),
                        popUp(random.nextInt(POP_UPS)),
                        null,
                        null);
        };
    }

    private Command start() {
        var membership = new MembershipId(id());
        started.add(membership);
        return new StartMembership(LEDGER, membership, wallet(), plan(), TILL, null);
    }

    private Command renew() {
        return switch (log.state(membership())) {
            case Membership it
            when it.agreed().isPresent() -> {
                var agreed = it.agreed().get();
                yield new RenewMembership(LEDGER, agreed.id(), agreed.wallet(), agreed.plan());
            }
            case Membership _ -> start();
        };
    }

    private void topUp() {
        if (log.state(wallet()) instanceof Wallet.Open wallet && wallet.hasRoomForAnotherLot()) {
            var amount = eur(1 + random.nextInt(3_000));
            var cash = new WalletFunds(wallet.id(), LotKind.CASH, Availability.AVAILABLE);
            var entry = JournalEntry.of(Posting.debit(new Bank(), amount), Posting.credit(cash, amount));
            append(new TopUpSucceeded(
                    new TopUpId(id()),
                    wallet.id(),
                    amount,
                    PopUp.PAYMENT,
                    wallet.available(EUR, at).plus(amount),
                    null,
                    entry));
        }
    }

    private void check() {
        assertThat(bookkeeper.trialBalance())
                .allSatisfy((_, total) -> assertThat(total).isZero());
        long deferred = 0;
        for (var id : wallets()) {
            if (log.state(id) instanceof Wallet.Open wallet) {
                deferred += deferred(wallet);
                assertThat(credit(id)).isEqualTo(sum(wallet, LotKind.CREDIT)).isNotNegative();
                assertThat(isStrictlyInOrder(wallet.lots())).isTrue();
            }
        }
        assertThat(bookkeeper.balance(new MembershipDeferred(), EUR)).isEqualTo(deferred);
    }

    /** Each lot once, and in burn-down order. */
    private static boolean isStrictlyInOrder(List<Lot> lots) {
        for (var i = 1; i < lots.size(); i++) {
            if (BurnDown.ORDER.compare(lots.get(i - 1), lots.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private long deferred(Wallet.Open wallet) {
        long sum = 0;
        for (var membership : wallet.memberships().all()) {
            memberships.add(membership.id());
            assertThat(membership.deferred().isNegative()).isFalse();
            sum += membership.deferred().amount();
        }
        return sum;
    }

    private long credit(WalletId id) {
        return bookkeeper.balance(new WalletFunds(id, LotKind.CREDIT, Availability.AVAILABLE), EUR);
    }

    private static long sum(Wallet.Open wallet, LotKind kind) {
        return BurnDown.sum(wallet.lots(), kind, EUR).amount();
    }

    private void append(Event event) {
        log.append(event, at);
        bookkeeper.book(event);
    }

    private PlanTerms terms() {
        var cliffs = List.of(new Cliff(1, some(), 3), new Cliff(3, some(), 40));
        var credit = random.nextBoolean() ? some() : null;
        var benefits = new Benefits(5, MemberPrice.NO, cliffs);
        return new PlanTerms(some(), 1 + random.nextInt(20), credit, credit == null ? 0 : 10, benefits);
    }

    private static List<WalletId> wallets() {
        return LongStream.range(0, WALLETS)
                .mapToObj(number -> new WalletId(new UUID(4, number)))
                .toList();
    }

    private WalletId wallet() {
        return wallets().get(random.nextInt(WALLETS));
    }

    private static PopUpId popUp(int number) {
        return new PopUpId(new UUID(9, number));
    }

    private PlanId plan() {
        return new PlanId(new UUID(11, random.nextInt(PLANS)));
    }

    private MembershipId membership() {
        return started.isEmpty() ? new MembershipId(id()) : started.get(random.nextInt(started.size()));
    }

    private Money some() {
        return eur(1 + random.nextInt(500));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
