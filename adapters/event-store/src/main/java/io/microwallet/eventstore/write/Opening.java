package io.microwallet.eventstore.write;

import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.NodeId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.codec.Micros;
import io.microwallet.eventstore.log.Head;
import io.microwallet.eventstore.log.LogRow;
import io.microwallet.eventstore.log.LogTable;
import io.microwallet.eventstore.log.MerkleTree;
import io.microwallet.eventstore.log.SealedRow;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A writer's first act: a row of its own, {@link WriterOpened}. Whatever an earlier writer left in flight goes in before it or
 * never will. The epoch is the row's position: it grows with every opening, and needs no look-up.
 */
public final class Opening {
    private static final int ATTEMPTS_MAX = 100;
    private static final int EVENT_BYTES = 512;

    private final int partition;
    private final WriterSessions sessions;
    private final InstantSource clock;
    private final SecureRandom random;
    private final NodeId node;
    private final SoftwareVersion version;
    private final CommitSteps steps;

    public Opening(
            int partition,
            WriterSessions sessions,
            InstantSource clock,
            SecureRandom random,
            NodeId node,
            SoftwareVersion version,
            CommitSteps steps) {
        this.partition = partition;
        this.sessions = sessions;
        this.clock = clock;
        this.random = random;
        this.node = node;
        this.version = version;
        this.steps = steps;
    }

    /**
     * The writer's own row is durable.
     *
     * @param floor by the machine's clock: no decision after it is earlier
     * @param lockedAt when no earlier writer can have been heard from any more, by {@link System#nanoTime}
     */
    public record Opened(WriterSession session, Head head, Instant floor, long lockedAt) {
        /**
         * An earlier writer may not know yet that its lock is lost: it answers reads until its lease is over, and nobody may be
         * told of anything newer before that. Whoever wrote the log's first row follows nobody.
         */
        public void awaitHandover(Duration handover) {
            var until = lockedAt + handover.toNanos();
            for (var left = until - System.nanoTime();
                    head.position() > 0 && left > 0;
                    left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        /** Gives the partition back, for whoever opens next. */
        public void abandon() {
            session.close();
        }
    }

    /**
     * @param aloneSince since when nobody else can have held the lock, where that is known, by {@link System#nanoTime}
     * @throws WriterStoppedException if another node holds the partition, or moves the head all the time
     */
    public Opened open(Duration patience, OptionalLong aloneSince) throws SQLException {
        var session = sessions.open(patience);
        var lockedAt = aloneSince.orElseGet(System::nanoTime);
        SealedRow sent = null;
        for (var attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            var sentAt = System.nanoTime();
            try {
                session.connection().setAutoCommit(true);
                var last = LogTable.last(session.connection(), partition);
                if (sent != null && last.isPresent() && Arrays.equals(last.get().chain(), sent.chain())) {
                    sessions.lease().heard(sentAt);
                    return new Opened(session, sent.head(), Micros.at(sent.recordedAt()), lockedAt);
                }
                sent = row(last);
                if (session.append(sent, steps)) {
                    continue;
                }
                // Another's row stands there now: look again, and stand on that.
            } catch (SQLException e) {
                session.close();
                session = sessions.replace(session.pid());
                lockedAt = System.nanoTime();
            }
        }
        session.close();
        throw new WriterStoppedException("no row of our own after " + ATTEMPTS_MAX + " attempts");
    }

    private SealedRow row(Optional<LogRow> last) {
        var genesis = last.isPresent() ? null : genesis();
        var head = genesis == null ? last.orElseThrow().head() : Head.empty(genesis);
        // Not the last event's time: a sandbox's clock may be far ahead.
        var at = Math.max(Micros.floor(clock.instant()), head.recordedAt());
        var opened = new RecordedEvent(
                head.next(),
                Micros.at(at),
                LedgerId.DEPLOYMENT,
                Optional.empty(),
                new WriterOpened(node, head.next(), version));
        var json = new JsonBuffer(EVENT_BYTES);
        EventCodec.write(json, opened);
        var row = new OpenRow();
        row.add(new StagedEvent(opened, at, json, 0, json.length()));
        return row.seal(partition, head, Micros.at(at), genesis);
    }

    private byte @Nullable [] genesis() {
        var genesis = new byte[MerkleTree.HASH_BYTES];
        random.nextBytes(genesis);
        return genesis;
    }
}
