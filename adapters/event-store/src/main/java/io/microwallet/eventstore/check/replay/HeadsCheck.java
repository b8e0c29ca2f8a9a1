package io.microwallet.eventstore.check.replay;

import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.finding.Findings;
import io.microwallet.eventstore.heads.HeadsFile;
import io.microwallet.eventstore.heads.SignedHead;
import io.microwallet.eventstore.log.LogRow;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether every head that was ever signed still stands in the log. */
public final class HeadsCheck {
    private final Findings findings;
    private final List<SignedHead> heads = new ArrayList<>();
    private int next;
    private long standing = -1;

    private HeadsCheck(Findings findings) {
        this.findings = findings;
    }

    /** Reads the heads: before the snapshot is taken, so that none of them can be newer than the log in it. */
    public static HeadsCheck read(Optional<HeadsFile> file, Optional<PublicKey> key, int partition, Findings findings)
            throws IOException {
        var check = new HeadsCheck(findings);
        if (file.isPresent()) {
            file.get().forEachLine(line -> check.take(line, key, partition));
        }
        check.heads.sort(Comparator.comparingLong(SignedHead::position));
        return check;
    }

    public int count() {
        return heads.size();
    }

    private void take(String line, Optional<PublicKey> key, int partition) {
        try {
            var head = SignedHead.parse(line);
            if (key.isEmpty() || !head.isSignedBy(key.get())) {
                findings.add(
                        FindingKind.HEAD_SIGNATURE_WRONG,
                        head.position(),
                        "a head that is not signed with the key of heads");
            } else if (head.partition() == partition) {
                heads.add(head);
            }
        } catch (IllegalArgumentException e) {
            findings.add(FindingKind.HEAD_UNREADABLE, standingSoFar(), "a line of the signed heads cannot be read");
        }
    }

    private long standingSoFar() {
        return heads.isEmpty() ? 0 : heads.getLast().position();
    }

    public void check(LogRow row) {
        while (next < heads.size() && heads.get(next).position() <= row.last()) {
            check(heads.get(next++), row);
        }
    }

    private void check(SignedHead head, LogRow row) {
        if (head.position() == row.last() && Arrays.equals(head.chain(), row.chain())) {
            standing = head.position();
            return;
        }
        findings.add(
                FindingKind.HEAD_DIFFERS,
                head.position(),
                "signed on %s with another chain; the log was changed behind position %d, where a signed head still stands"
                        .formatted(head.signedAt(), standing));
    }

    /** {@code last} is the last position of the log. */
    public void end(long last) {
        if (next < heads.size()) {
            var newest = heads.getLast();
            findings.add(
                    FindingKind.HEAD_BEYOND_LOG,
                    last + 1,
                    "the log ends at %d, and reached %d on %s".formatted(last, newest.position(), newest.signedAt()));
        }
    }
}
