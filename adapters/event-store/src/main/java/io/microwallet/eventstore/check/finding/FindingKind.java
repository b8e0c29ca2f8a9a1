package io.microwallet.eventstore.check.finding;

/** What can be wrong; of several at one position the first here is named first. */
public enum FindingKind {
    POSITION_MISSING,
    POSITION_TAKEN_TWICE,
    EVENT_COUNT_WRONG,
    /** What stands between the events, or how one is written, are no bytes of ours. */
    BODY_NOT_CANONICAL,
    ROOT_DIFFERS,
    CHAIN_BROKEN,
    RECORDED_AT_BACKWARDS,
    HEAD_UNREADABLE,
    HEAD_SIGNATURE_WRONG,
    /** The log was another one when its head was signed: its chain was computed anew. */
    HEAD_DIFFERS,
    /** The log was longer when its head was signed: its tail was cut off. */
    HEAD_BEYOND_LOG,
    /** Among others, an entry that does not balance: it cannot be built, so it cannot be read. */
    EVENT_UNREADABLE,
    AT_BACKWARDS,
    /** The events of one decision do not stand together, as many as its first one says. */
    DECISION_TORN,
    KEY_DECIDED_TWICE,
    BALANCE_BELOW_ZERO,
    LOTS_DIFFER,
    /** What is held of a wallet's money is not the sum of its open holds. */
    HOLDS_DIFFER,
    /** The balance in an answer is not the one that the wallet had. */
    BALANCE_TOLD_WRONG,
    /** What is deferred is not what the memberships have not given yet. */
    DEFERRED_DIFFERS,
    /** What a member owes is not what processors took beyond the wallet's money. */
    RECEIVABLE_DIFFERS,
    CASH_OUT_NOT_COVERED,
    /** A processor or a bank is said to have sent what it was not asked to, or to have sent it twice. */
    SENT_UNASKED,
    /** More of a purchase was given back than was paid, or another sum than was undone. */
    REFUND_ABOVE_PURCHASE,
    /** More was asked back of a source than is left of what it brought in. */
    SOURCE_ASKED_ABOVE,
    DROP_OVERSOLD,
    /** The units that a drop has are not what its holds say. */
    UNITS_DIFFER,
    INDEX_AHEAD_OF_LOG,
    INDEX_INSIDE_A_ROW,
    INDEX_ROW_MISSING,
    INDEX_ROW_UNEXPECTED,
    TOTAL_WRONG,
    TRIAL_BALANCE_NOT_ZERO,
    PROJECTION_DIFFERS,
    /** What was kept of a thing is not what its events leave: it must not be loaded from there. */
    SNAPSHOT_DIFFERS;

    /** Whether building the indexes anew mends it. The log is mended by nothing: it is restored from a backup. */
    public boolean isMendedByReindex() {
        return switch (this) {
            case INDEX_INSIDE_A_ROW,
                    INDEX_ROW_MISSING,
                    INDEX_ROW_UNEXPECTED,
                    TOTAL_WRONG,
                    TRIAL_BALANCE_NOT_ZERO,
                    PROJECTION_DIFFERS,
                    SNAPSHOT_DIFFERS -> true;
            case POSITION_MISSING,
                    POSITION_TAKEN_TWICE,
                    EVENT_COUNT_WRONG,
                    BODY_NOT_CANONICAL,
                    ROOT_DIFFERS,
                    CHAIN_BROKEN,
                    RECORDED_AT_BACKWARDS,
                    HEAD_UNREADABLE,
                    HEAD_SIGNATURE_WRONG,
                    HEAD_DIFFERS,
                    HEAD_BEYOND_LOG,
                    EVENT_UNREADABLE,
                    AT_BACKWARDS,
                    DECISION_TORN,
                    KEY_DECIDED_TWICE,
                    BALANCE_BELOW_ZERO,
                    LOTS_DIFFER,
                    HOLDS_DIFFER,
                    DROP_OVERSOLD,
                    UNITS_DIFFER,
                    BALANCE_TOLD_WRONG,
                    DEFERRED_DIFFERS,
                    RECEIVABLE_DIFFERS,
                    CASH_OUT_NOT_COVERED,
                    SENT_UNASKED,
                    REFUND_ABOVE_PURCHASE,
                    SOURCE_ASKED_ABOVE,
                    INDEX_AHEAD_OF_LOG -> false;
        };
    }
}
