package io.microwallet.eventstore.check;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.purchase.PurchaseEvent;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.check.Fsck.Progress;
import io.microwallet.eventstore.check.finding.Finding;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.check.finding.ProjectionCheck;
import io.microwallet.eventstore.heads.HeadKeys;
import io.microwallet.eventstore.heads.HeadsFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FsckTest {
    private static final int IN_FLIGHT = 64;

    @Test
    void a_sound_store_is_told_from_end_to_end() throws Exception {
        var booked = Booked.sound();
        var positions = new ArrayList<Long>();
        Report report;
        try (var connection = booked.database.service().connect()) {
            report = Fsck.run(connection, booked.settings(), (position, last) -> positions.add(position));
            assertThat(report.chain()).hasSize(64);
            assertThat(report.chain().getBytes()).isEqualTo(hex(booked, connection));
        }
        assertThat(report.isSound()).isTrue();
        assertThat(report.position()).isEqualTo(Booked.LAST);
        assertThat(report.events()).isEqualTo(Booked.LAST + 1);
        assertThat(report.indexed()).isEqualTo(Booked.LAST);
        assertThat(report.heads()).isEqualTo(2);
        assertThat(positions).startsWith(0L, 2L, 3L).endsWith(Booked.LAST);
    }

    private static byte[] hex(Booked booked, Connection connection) throws Exception {
        return HexFormat.of()
                .formatHex(booked.rows(connection).getLast().chain())
                .getBytes();
    }

    @Test
    void a_store_signs_its_own_head_and_it_stands(@TempDir Path directory) throws Exception {
        var database = Stores.database();
        var keys = HeadKeys.openOrCreate(directory);
        var settings = Stores.settings(database).withHeadKey(keys.getPrivate());
        try (var store = EventStore.open(settings)) {
            Till.open(store.decisions());
        }
        var heads = HeadsFile.in(settings.directory());
        try (var connection = database.service().connect()) {
            var compared = new FsckSettings(0, Optional.of(heads), Optional.of(keys.getPublic()), List.of());
            var report = Fsck.run(connection, compared, Progress.NONE);
            assertThat(report.findings()).isEmpty();
            assertThat(report.heads()).isPositive();
        }
        try (var connection = database.administrator().connect()) {
            new Forger(connection).sql("DELETE FROM log WHERE position = 3");
            var compared = new FsckSettings(0, Optional.of(heads), Optional.of(keys.getPublic()), List.of());
            assertThat(Fsck.run(connection, compared, Progress.NONE)
                            .first()
                            .orElseThrow()
                            .kind())
                    .isEqualTo(FindingKind.HEAD_BEYOND_LOG);
        }
    }

    @Test
    void an_empty_log_is_sound() throws Exception {
        try (var connection = Stores.database().service().connect()) {
            var report = Fsck.run(connection, FsckSettings.of(0), Progress.NONE);
            assertThat(report.isSound()).isTrue();
            assertThat(report.position()).isEqualTo(-1);
        }
    }

    @Test
    void a_store_is_sound_while_it_is_written() throws Exception {
        var database = Stores.database();
        try (var store = EventStore.open(Stores.settings(database));
                var connection = database.service().connect()) {
            var till = Till.open(store.decisions());
            var wallet = till.wallet(eur(1_000_000_00));
            var ending = new AtomicBoolean();
            var room = new Semaphore(IN_FLIGHT);
            var writing = Thread.ofVirtual().start(() -> {
                while (!ending.get()) {
                    room.acquireUninterruptibly();
                    till.send(Operation.PURCHASE, till.purchase(wallet, eur(1))).thenRun(room::release);
                }
            });
            var positions = new ArrayList<Long>();
            for (var i = 0; i < 10; i++) {
                var report = Fsck.run(connection, FsckSettings.of(0), Progress.NONE);
                assertThat(report.findings()).isEmpty();
                positions.add(report.position());
            }
            ending.set(true);
            writing.join();
            assertThat(positions).isSorted();
            assertThat(positions.getLast()).isGreaterThan(positions.getFirst());
        }
    }

    @Test
    void a_wrong_side_shows_in_the_trial_balance_too() throws Exception {
        var booked = Booked.sound();
        try (var connection = booked.database.administrator().connect()) {
            new Forger(connection).sql("UPDATE control SET credits = credits + 1 WHERE account = 'Income:Commission'");
        }
        assertThat(booked.fsck().findings().stream().map(Finding::kind))
                .containsExactly(FindingKind.TOTAL_WRONG, FindingKind.TRIAL_BALANCE_NOT_ZERO);
    }

    /** Counts purchases; its table says that there are as many as it was told. */
    private static final class Sales implements ProjectionCheck {
        private final long position;
        private final int inTable;
        private int replayed;

        Sales(long position, int inTable) {
            this.position = position;
            this.inTable = inTable;
        }

        @Override
        public String name() {
            return "sales";
        }

        @Override
        public long position(Connection snapshot) {
            return position;
        }

        @Override
        public void replay(RecordedEvent event) {
            replayed += event.event() instanceof PurchaseEvent ? 1 : 0;
        }

        @Override
        public void compare(Connection snapshot, Findings findings) {
            if (replayed != inTable) {
                findings.add(FindingKind.PROJECTION_DIFFERS, position, inTable + " rows for " + replayed + " sales");
            }
        }
    }

    @Test
    void a_projection_is_compared_with_the_log_up_to_its_own_position() throws Exception {
        var booked = Booked.sound();
        assertThat(fsck(booked, new Sales(9, 3)).findings()).isEmpty();
        var wrong = fsck(booked, new Sales(9, 4)).first().orElseThrow();
        assertThat(wrong).isEqualTo(new Finding(FindingKind.PROJECTION_DIFFERS, 9, "4 rows for 3 sales"));
        var ahead = fsck(booked, new Sales(99, 6)).first().orElseThrow();
        assertThat(ahead.kind()).isEqualTo(FindingKind.PROJECTION_DIFFERS);
        assertThat(ahead.position()).isEqualTo(Booked.LAST + 1);
    }

    private static Report fsck(Booked booked, ProjectionCheck projection) throws Exception {
        var settings = booked.settings();
        return booked.fsck(new FsckSettings(0, settings.heads(), settings.headKey(), List.of(projection)));
    }
}
