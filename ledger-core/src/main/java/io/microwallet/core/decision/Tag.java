package io.microwallet.core.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event is found by: a kind and a 128-bit id. */
public record Tag(Kind kind, UUID id) {
    /** Written out, as is the hash: what the compiler makes of a record calls each part through a handle, and tags are in every map. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tag tag && kind == tag.kind && id.equals(tag.id);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + kind.code;
    }

    /** The kinds, with the byte that stands for each on disk; never renumber one. */
    public enum Kind {
        LEDGER(1, Indexed.EVERY_EVENT),
        CLIENT(2, Indexed.EVERY_EVENT),
        KEY(3, Indexed.EVERY_EVENT),
        MERCHANT(4, Indexed.EVERY_COMMIT),
        POP_UP(5, Indexed.EVERY_COMMIT),
        WALLET(6, Indexed.EVERY_EVENT),
        TOP_UP(7, Indexed.EVERY_EVENT),
        PURCHASE(8, Indexed.EVERY_EVENT),
        LINK(9, Indexed.EVERY_EVENT),
        /** Each event of a hold moves one of its units: all of them are its history. */
        DROP(12, Indexed.EVERY_EVENT),
        HOLD(13, Indexed.EVERY_EVENT),
        PLAN(10, Indexed.EVERY_EVENT),
        MEMBERSHIP(11, Indexed.EVERY_EVENT),
        REFUND(14, Indexed.EVERY_EVENT),
        CHARGEBACK(15, Indexed.EVERY_EVENT),
        PAYOUT(16, Indexed.EVERY_EVENT),
        /** A merchant as the one who is paid out. */
        PAYEE(17, Indexed.EVERY_EVENT),
        /** A credit that a client gave, by its lot. */
        GRANT(18, Indexed.EVERY_EVENT),
        JOB(19, Indexed.EVERY_EVENT),
        /** What a processor paid to us. */
        PROCESSOR_PAYOUT(20, Indexed.EVERY_EVENT);

        private final byte code;
        private final Indexed indexed;

        Kind(int code, Indexed indexed) {
            this.code = (byte) code;
            this.indexed = indexed;
        }

        public byte code() {
            return code;
        }

        public Indexed indexed() {
            return indexed;
        }
    }

    /** How densely the index holds a kind: a hot merchant has one row a commit, never one an event. */
    public enum Indexed {
        EVERY_EVENT,
        EVERY_COMMIT
    }
}
