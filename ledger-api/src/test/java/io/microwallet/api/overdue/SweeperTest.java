package io.microwallet.api.overdue;

import static io.microwallet.api.overdue.Calls.LEDGER;
import static io.microwallet.api.overdue.Calls.MEMBERSHIP;
import static io.microwallet.api.overdue.Calls.WALLET;
import static io.microwallet.api.overdue.Calls.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.topup.worker.Alarm;
import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.membership.Membership;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.embedded.SharedDatabase;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.EventStoreSettings;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.migrations.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What ends by itself is booked by the real store when it ends, also late, twice and after a restart. */
class SweeperTest {
    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant TOMORROW = START.plus(Duration.ofDays(1));
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final TestDatabase database = SharedDatabase.fresh(Migrations::run);
    private final JdbcClient rows = JdbcClient.create(source());
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;

    /** Nobody rings but the test. */
    private static final class Bell implements Alarm {
        private final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();

        private record Ring(Duration after, Runnable action) {}

        @Override
        public void after(Duration delay, Runnable action) {
            rings.add(new Ring(delay, action));
        }

        Ring next() throws InterruptedException {
            var ring = rings.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ring).isNotNull();
            return ring;
        }

        @Override
        public void close() {
            rings.clear();
        }
    }

    @Test
    void what_expired_while_the_service_was_down_is_booked_once_by_the_next() throws Exception {
        try (var store = store()) {
            var till = opened(store);
            till.give(500, TOMORROW);
            till.give(300, TOMORROW.plusSeconds(1));
        }
        now.set(START.plus(A_MONTH));
        try (var store = store()) {
            sweep(store);
            assertThat(events(store, CreditExpired.class))
                    .extracting(CreditExpired::amount)
                    .containsExactly(eur(500), eur(300));
            assertThat(left()).isZero();
            sweep(store);
        }
        try (var store = store()) {
            sweep(store);
            assertThat(events(store, CreditExpired.class)).hasSize(2);
        }
    }

    @Test
    void what_is_not_in_the_table_yet_when_it_starts_is_waited_for() throws Exception {
        var held = new CountDownLatch(1);
        try (var store = store(behind(held));
                var bell = new Bell();
                var sweeper = sweeper(store, bell, position -> {
                    held.countDown();
                    caughtUp(store, position);
                })) {
            opened(store).give(500, TOMORROW);
            now.set(START.plus(A_MONTH));
            sweeper.start();
            bell.next();
            held.countDown();
            assertThat(events(store, CreditExpired.class)).hasSize(1);
        }
    }

    /** The table, which takes nothing in before it is let. */
    private static Projection behind(CountDownLatch held) {
        var table = new DueProjection(0);
        return new Projection() {
            @Override
            public String name() {
                return table.name();
            }

            @Override
            public void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new SQLException("stopped", e);
                }
                table.apply(connection, events);
            }
        };
    }

    @Test
    void it_sleeps_until_the_next_thing_is_due_and_no_longer() throws Exception {
        try (var store = store();
                var bell = new Bell();
                var sweeper = sweeper(store, bell)) {
            sweeper.start();
            bell.next();
            var soon = Duration.ofMinutes(5);
            opened(store).give(500, START.plus(soon));
            var ring = bell.next();
            assertThat(ring.after()).isBetween(soon, soon.plusSeconds(1));

            now.set(START.plus(soon));
            ring.action().run();
            bell.next();
            assertThat(events(store, CreditExpired.class)).hasSize(1);
            assertThat(left()).isZero();
        }
    }

    @Test
    void a_period_that_is_over_is_renewed_once_by_two_sweepers_at_once() throws Exception {
        try (var store = store()) {
            var till = opened(store);
            till.topUp(9_000);
            till.join();
            now.set(START.plus(A_MONTH));
            try (var bell = new Bell();
                    var one = sweeper(store, bell);
                    var other = sweeper(store, bell)) {
                one.start();
                other.start();
                bell.next();
                bell.next();
            }
            assertThat(events(store, MembershipRenewed.class)).hasSize(1);
            assertThat(events(store, MembershipPeriodEnded.class)).hasSize(1);
            sweep(store);
            assertThat(events(store, MembershipRenewed.class)).hasSize(1);
            assertThat(store.books().read(MEMBERSHIP)).isInstanceOf(Membership.Running.class);
        }
    }

    @Test
    void a_period_that_somebody_else_booked_as_over_is_renewed_too() throws Exception {
        try (var store = store()) {
            var till = opened(store);
            till.topUp(9_000);
            till.join();
            now.set(START.plus(A_MONTH));
            till.call(new SettleOverdue(WALLET));
            assertThat(store.books().read(MEMBERSHIP)).isInstanceOf(Membership.Lapsed.class);
            sweep(store);
            assertThat(store.books().read(MEMBERSHIP)).isInstanceOf(Membership.Running.class);
        }
    }

    @Test
    void a_renewal_that_the_cash_does_not_cover_is_refused_once_and_the_membership_lapses() throws Exception {
        try (var store = store()) {
            var till = opened(store);
            till.topUp(3_000);
            till.join();
            now.set(START.plus(A_MONTH));
            sweep(store);
            assertThat(store.books().read(MEMBERSHIP)).isInstanceOf(Membership.Lapsed.class);
            assertThat(events(store, RequestRefused.class)).hasSize(1);
            till.topUp(5_000);
        }
        // A sweeper that died before it crossed the line out looks again.
        rows.sql("INSERT INTO due (partition, ledger, wallet, due_at) VALUES (0, ?, ?, ?)")
                .params(LEDGER.value(), WALLET.value(), START.plus(A_MONTH).atOffset(ZoneOffset.UTC))
                .update();
        try (var store = store()) {
            sweep(store);
            assertThat(store.books().read(MEMBERSHIP)).isInstanceOf(Membership.Lapsed.class);
            assertThat(events(store, RequestRefused.class)).hasSize(1);
            assertThat(left()).isZero();
        }
    }

    /** One sweeper, from its start to its first sleep. */
    private void sweep(EventStore store) throws InterruptedException {
        try (var bell = new Bell();
                var sweeper = sweeper(store, bell)) {
            sweeper.start();
            bell.next();
        }
    }

    private Sweeper sweeper(EventStore store, Alarm alarm) {
        return sweeper(store, alarm, position -> caughtUp(store, position));
    }

    private static void caughtUp(EventStore store, long position) {
        store.projections().awaitCaughtUp(DueProjection.NAME, position, PATIENCE);
    }

    private Sweeper sweeper(EventStore store, Alarm alarm, LongConsumer projected) {
        return new Sweeper(
                store.books(),
                new DueTable(rows, 0),
                new Sweeping(store.books(), new OverdueCalls(store.decisions(), clock)),
                new LedgerTimes(store.books(), clock),
                projected,
                alarm,
                new SimpleMeterRegistry());
    }

    private Calls opened(EventStore store) {
        var till = new Calls(store.decisions(), clock);
        till.open();
        return till;
    }

    private EventStore store() {
        return store(new DueProjection(0));
    }

    private EventStore store(Projection table) {
        var login = database.service();
        return EventStore.open(EventStoreSettings.of(login.url(), login.user(), login.password(), directory)
                .withSchema(Integer.toString(Migrations.NEWEST_VERSION))
                .withClock(clock)
                .withProjections(List.of(table)));
    }

    private long left() {
        return rows.sql("SELECT count(*) FROM due").query(Long.class).single();
    }

    private static <E> List<E> events(EventStore store, Class<E> kind) {
        var found = new ArrayList<E>();
        var reading = store.books().open();
        reading.scan(LEDGER, 0, reading.position(), recorded -> {
            if (kind.isInstance(recorded.event())) {
                found.add(kind.cast(recorded.event()));
            }
        });
        return found;
    }

    private DriverManagerDataSource source() {
        var login = database.service();
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }
}
