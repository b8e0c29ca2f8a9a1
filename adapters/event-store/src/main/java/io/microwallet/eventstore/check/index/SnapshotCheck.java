package io.microwallet.eventstore.check.index;

import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.codec.StateCodec;
import io.microwallet.eventstore.log.LogRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Whether each snapshot that would be believed is what the events up to its position leave. */
public final class SnapshotCheck {
    private static final String ALL =
            "SELECT kind, id, position, chain, sha256(state) AS digest FROM snapshot WHERE partition = ? AND format = ?";

    private static final int ROWS_FETCHED = 10_000;

    private final Findings findings;
    private final Map<Tag, Kept> kept = new HashMap<>();
    private final Map<Tag, Entity> replayed = new HashMap<>();

    private record Kept(long position, byte[] chain, byte[] digest) {}

    private SnapshotCheck(Findings findings) {
        this.findings = findings;
    }

    /** Of those that stand in the table now. */
    public static SnapshotCheck read(Connection snapshot, int partition, Findings findings) throws SQLException {
        var check = new SnapshotCheck(findings);
        try (var statement = snapshot.prepareStatement(ALL)) {
            statement.setFetchSize(ROWS_FETCHED);
            statement.setInt(1, partition);
            statement.setInt(2, StateCodec.FORMAT);
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    check.add(
                            result.getInt("kind"),
                            result.getObject("id", UUID.class),
                            new Kept(result.getLong("position"), result.getBytes("chain"), result.getBytes("digest")));
                }
            }
        }
        return check;
    }

    private void add(int kind, UUID id, Kept snapshot) {
        var tag = Arrays.stream(Tag.Kind.values())
                .filter(each -> each.code() == kind && StateCodec.isStored(each))
                .map(each -> new Tag(each, id))
                .findFirst();
        tag.ifPresentOrElse(
                known -> kept.put(known, snapshot),
                () -> differs(snapshot, "a snapshot of a kind of thing that has none"));
    }

    /** Takes what one row of the log does to the things that have a snapshot. */
    public void replay(LogRow row, List<RecordedEvent> events) {
        if (kept.isEmpty()) {
            return;
        }
        for (var event : events) {
            for (var tag : event.tags()) {
                var snapshot = kept.get(tag);
                if (snapshot != null) {
                    replay(row, event, tag, snapshot);
                }
            }
        }
    }

    private void replay(LogRow row, RecordedEvent event, Tag tag, Kept snapshot) {
        var state = Objects.requireNonNullElseGet(replayed.get(tag), () -> id(tag).unborn())
                .evolve(event.event(), event.at());
        replayed.put(tag, state);
        if (event.position() == snapshot.position()) {
            compare(row, tag, state, snapshot);
            kept.remove(tag);
            replayed.remove(tag);
        }
    }

    private void compare(LogRow row, Tag tag, Entity state, Kept snapshot) {
        if (!Arrays.equals(row.chain(), snapshot.chain())) {
            differs(snapshot, "a snapshot of " + tag + " stands on another log");
        } else if (!StateCodec.write(tag.kind(), state)
                .map(SnapshotCheck::digest)
                .filter(digest -> Arrays.equals(digest, snapshot.digest()))
                .isPresent()) {
            differs(snapshot, "the snapshot of " + tag + " is not what its events leave");
        }
    }

    /** What is left when all of the log has been replayed stands nowhere. */
    public void end() {
        kept.forEach(
                (tag, snapshot) -> differs(snapshot, "no event of " + tag + " stands where its snapshot was taken"));
    }

    private void differs(Kept snapshot, String what) {
        findings.add(FindingKind.SNAPSHOT_DIFFERS, snapshot.position(), what);
    }

    private static EntityId<?> id(Tag tag) {
        return tag.kind() == Tag.Kind.WALLET ? new WalletId(tag.id()) : new DropId(tag.id());
    }

    private static byte[] digest(byte[] state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
