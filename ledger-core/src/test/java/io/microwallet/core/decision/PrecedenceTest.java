package io.microwallet.core.decision;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientRefusal;
import io.microwallet.core.drop.DropRefusal;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.ledger.LedgerRefusal;
import io.microwallet.core.link.LinkRefusal;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.popup.PopUpRefusal;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.wallet.WalletRefusal;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Refusals stand in order of precedence, as the rows show it: what is in the way in one row is put in the way of another row's
 * order too, as events before it or as a part of the order itself, and then that one is told.
 */
class PrecedenceTest {
    private static final Map<Refusal, List<Row>> ROWS = RulesTest.rows()
            .filter(row -> row.then() instanceof Decision.Refused)
            .collect(groupingBy(row -> ((Decision.Refused) row.then()).refusal()));

    /** No order meets both of these neighbours: the later one, and why. */
    private static final Map<Refusal, String> APART = Map.ofEntries(
            Map.entry(LedgerRefusal.CLOCK_ONLY_IN_SANDBOX, "a new ledger, a clock"),
            Map.entry(ClientRefusal.CLIENT_REVOKED, "a new client, an old one"),
            Map.entry(ClientRefusal.SCOPE_NOT_GRANTABLE, "an old client, a new one"),
            Map.entry(ClientRefusal.KEY_REVOKED, "a new key, an old one"),
            Map.entry(ClientRefusal.TOO_MANY_KEYS, "an old key, a new one"),
            Map.entry(WalletRefusal.WALLET_CLOSED, "a new wallet, an old one"),
            Map.entry(WalletRefusal.WALLET_NOT_FROZEN, "a wallet is frozen or it is not"),
            Map.entry(WalletRefusal.TOP_UP_PENDING, "a freeze undone, a wallet closed"),
            Map.entry(WalletRefusal.WALLET_NOT_CLOSED, "a wallet closed, a wallet erased"),
            Map.entry(TopUpRefusal.PROCESSOR_REFUSES_SANDBOX, "a ledger is live or it is not"),
            Map.entry(PopUpRefusal.POP_UP_ALREADY_OPEN, "a new pop-up, an old one"),
            Map.entry(PopUpRefusal.POP_UP_ALREADY_CLOSED, "a pop-up opened, a pop-up closed"),
            Map.entry(DropRefusal.DROP_ALREADY_OPEN, "a drop announced, a drop opened"),
            Map.entry(DropRefusal.DROP_ALREADY_CLOSED, "a drop opened, a drop closed"),
            Map.entry(HoldRefusal.WALLET_CLOSED, "a hold captured, a hold placed"),
            Map.entry(MembershipRefusal.PLAN_ALREADY_RETIRED, "a new plan, an old one"),
            Map.entry(MembershipRefusal.MEMBERSHIP_ALREADY_EXISTS, "a plan, a membership"),
            Map.entry(MembershipRefusal.MEMBERSHIP_CANCELLED, "a membership begun, a membership renewed"),
            Map.entry(MembershipRefusal.MEMBERSHIP_ALREADY_CANCELLED, "a membership renewed, a membership cancelled"),
            Map.entry(MembershipRefusal.ALREADY_A_MEMBER, "a membership cancelled, a membership begun"),
            Map.entry(RefundRefusal.EFFECTIVE_TIME_IN_FUTURE, "unspent money, which has no time of its own; a refund"),
            Map.entry(RefundRefusal.NOTHING_TO_RETURN, "a refund, unspent money"),
            Map.entry(RefundRefusal.BALANCE_TOO_LARGE, "unspent money, a refund"),
            Map.entry(LinkRefusal.LINK_REVOKED, "a new link, an old one"));

    /** Two neighbours of one enum: the first is to be told where both stand in the way. */
    private record Neighbours(Refusal first, Refusal second) {
        @Override
        public String toString() {
            return first.name() + " before " + second.name();
        }
    }

    static Stream<Neighbours> neighbours() {
        var all = Refusals.all();
        return IntStream.range(1, all.size())
                .mapToObj(i -> new Neighbours(all.get(i - 1), all.get(i)))
                .filter(pair -> pair.first.getClass() == pair.second.getClass());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("neighbours")
    void the_first_of_two_neighbours_that_meet_is_told(Neighbours pair) {
        assertThat(isShown(pair.first, pair.second)).isEqualTo(!APART.containsKey(pair.second));
    }

    private static boolean isShown(Refusal first, Refusal second) {
        return anyTwo(first, second, PrecedenceTest::isShownByEvents)
                || anyTwo(first, second, PrecedenceTest::isShownByAPart);
    }

    private static boolean anyTwo(Refusal first, Refusal second, BiPredicate<Row, Row> show) {
        return ROWS.get(first).stream()
                .anyMatch(one -> ROWS.get(second).stream().anyMatch(other -> show.test(one, other)));
    }

    /** An order that meets the other meets this one as soon as this one's events have happened too. */
    private static boolean isShownByEvents(Row one, Row other) {
        return Stream.of(one.when(), other.when())
                .distinct()
                .anyMatch(command -> isRefused(other.given(), command, other)
                        && givens(one, other).anyMatch(given -> isRefused(given, command, one)));
    }

    /** The same when one part of this one's order is put into the other's. */
    private static boolean isShownByAPart(Row one, Row other) {
        return mixed(other.when(), one.when())
                .anyMatch(command -> Stream.concat(Stream.of(other.given()), givens(one, other))
                        .distinct()
                        .anyMatch(given -> isRefused(given, command, one) && isRefused(given, other.when(), other)));
    }

    private static Stream<List<Event>> givens(Row one, Row other) {
        return Stream.of(joined(other.given(), one.given()), joined(one.given(), other.given()))
                .distinct();
    }

    /** The command with one part of another's each. */
    private static Stream<Command> mixed(Command of, Command with) {
        if (of.getClass() != with.getClass()) {
            return Stream.empty();
        }
        var parts = of.getClass().getRecordComponents();
        return IntStream.range(0, parts.length)
                .mapToObj(i -> mixed(of, with, parts, i))
                .flatMap(Optional::stream)
                .filter(command -> !command.equals(of));
    }

    private static Optional<Command> mixed(Command of, Command with, RecordComponent[] parts, int swapped) {
        try {
            var values = new Object[parts.length];
            for (var i = 0; i < parts.length; i++) {
                values[i] = parts[i].getAccessor().invoke(i == swapped ? with : of);
            }
            var types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Optional.of(
                    (Command) of.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static List<Event> joined(List<Event> events, List<Event> more) {
        var all = new LinkedHashSet<>(events);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static boolean isRefused(List<Event> given, Command when, Row as) {
        try {
            return new Row(as.name(), given, when, as.then()).decide().equals(as.then());
        } catch (RuntimeException _) {
            return false;
        }
    }
}
