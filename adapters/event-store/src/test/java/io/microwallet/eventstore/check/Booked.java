package io.microwallet.eventstore.check;

import static io.microwallet.eventstore.Till.eur;

import io.microwallet.core.request.Operation;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.embedded.TestDatabase;
import io.microwallet.eventstore.EventStore;
import io.microwallet.eventstore.Stores;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.check.Fsck.Progress;
import io.microwallet.eventstore.heads.HeadsFile;
import io.microwallet.eventstore.heads.SignedHead;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store that was written, indexed and closed, and whose head was signed twice. One row a decision: 0 the writer opened, 1 and
 * 2 a ledger and its client in one row, 3 a merchant, 4 a wallet, 5 and 6 its top-up, 7 to 12 purchases.
 */
public final class Booked {
    static final long SIGNED = 8;
    public static final long LAST = 12;
    private static final KeyPair KEYS = keys();
    private static final List<String> TABLES = List.of("log", "event_tag", "request", "control", "indexed");
    private static final String CONSTRAINT = "log_ends_fit_the_body";

    public final TestDatabase database = Stores.database();
    public final Till till;
    public final WalletId wallet;
    final HeadsFile heads;

    private final String soundHeads;

    private Booked() throws SQLException, IOException {
        heads = HeadsFile.in(Files.createTempDirectory(Files.createDirectories(Path.of("target", "stores")), "booked"));
        try (var store = EventStore.open(Stores.settings(database))) {
            till = Till.open(store.decisions());
            wallet = till.wallet(eur(1_000));
            for (var position = 7; position <= LAST; position++) {
                till.accepted(Operation.PURCHASE, till.purchase(wallet, eur(100)));
            }
        }
        sign(SIGNED);
        sign(LAST);
        soundHeads = Files.readString(heads.path());
        execute(TABLES.stream().map(table -> "CREATE TABLE sound_%1$s AS TABLE %1$s".formatted(table)));
    }

    /** The one store of all these tests, as it was before the last of them tampered with it. */
    public static Booked sound() throws SQLException, IOException {
        One.BOOKED.restore();
        return One.BOOKED;
    }

    private static final class One {
        static final Booked BOOKED = make();

        private static Booked make() {
            try {
                return new Booked();
            } catch (SQLException | IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void restore() throws SQLException, IOException {
        execute(Stream.of(
                "ALTER TABLE log DROP CONSTRAINT IF EXISTS " + CONSTRAINT,
                "TRUNCATE token_entry, listed, snapshot, " + String.join(", ", TABLES)));
        execute(TABLES.stream().map(table -> "INSERT INTO %1$s SELECT * FROM sound_%1$s".formatted(table)));
        execute(Stream.of("ALTER TABLE log ADD CONSTRAINT " + CONSTRAINT
                + " CHECK (cardinality(ends) = events AND ends[events] = octet_length(body) - 1)"));
        Files.writeString(heads.path(), soundHeads);
    }

    private void execute(Stream<String> statements) throws SQLException {
        try (var connection = database.administrator().connect();
                var statement = connection.createStatement()) {
            for (var sql : statements.toList()) {
                statement.execute(sql);
            }
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void sign(long position) throws SQLException, IOException {
        try (var connection = database.service().connect()) {
            var row = LogTable.holding(connection, 0, position).orElseThrow();
            heads.append(SignedHead.sign(0, position, row.chain(), Instant.now(), KEYS.getPrivate()));
        }
    }

    List<LogRow> rows(Connection connection) throws SQLException {
        return new ArrayList<>(LogTable.from(connection, 0, 0, 1_000));
    }

    FsckSettings settings() {
        return new FsckSettings(0, Optional.of(heads), Optional.of(KEYS.getPublic()), List.of());
    }

    public Report fsck() throws SQLException, IOException {
        return fsck(settings());
    }

    Report fsck(FsckSettings settings) throws SQLException, IOException {
        try (var connection = database.service().connect()) {
            return Fsck.run(connection, settings, Progress.NONE);
        }
    }
}
