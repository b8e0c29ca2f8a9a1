package io.microwallet.eventstore.check;

import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.check.index.IndexCheck;
import io.microwallet.eventstore.check.index.TotalsCheck;
import io.microwallet.eventstore.check.replay.BooksCheck;
import io.microwallet.eventstore.check.replay.DecisionsCheck;
import io.microwallet.eventstore.check.replay.RowCheck;
import io.microwallet.eventstore.check.replay.WalletBook;
import java.util.Set;

/**
 * What always holds, who looks whether it does, and what is found where it does not. The numbers are the design's. 12
 * compares the store with an outside journal, which only the tests keep.
 */
public enum Invariant {
    ENTRIES_BALANCE(1, "debits equal credits in each entry and currency", RowCheck.class, FindingKind.EVENT_UNREADABLE),
    TRIAL_BALANCE_IS_ZERO(2, "the trial balance is zero", TotalsCheck.class, FindingKind.TRIAL_BALANCE_NOT_ZERO),
    NO_BALANCE_BELOW_ZERO(
            3, "no available or held balance is below zero", WalletBook.class, FindingKind.BALANCE_BELOW_ZERO),
    WALLETS_ARE_THEIR_LOTS(
            4,
            "a wallet's accounts are the sum of its lots, and what is deferred the sum of its memberships",
            WalletBook.class,
            FindingKind.LOTS_DIFFER,
            FindingKind.BALANCE_TOLD_WRONG,
            FindingKind.DEFERRED_DIFFERS),
    HELD_IS_OPEN_HOLDS(5, "what is held is the sum of open holds", WalletBook.class, FindingKind.HOLDS_DIFFER),
    STOCK_IS_WHOLE(
            6,
            "a drop's stock is what is sold, held and free, and never below zero",
            BooksCheck.class,
            FindingKind.DROP_OVERSOLD,
            FindingKind.UNITS_DIFFER),
    REFUNDS_ARE_COVERED(
            7,
            "refunds of a purchase are at most what was captured; a source is asked for at most what is left of it",
            BooksCheck.class,
            FindingKind.REFUND_ABOVE_PURCHASE,
            FindingKind.SOURCE_ASKED_ABOVE),
    CASH_OUT_IS_COVERED(
            8,
            "cash that is paid out came in before; what a processor takes beyond is a named receivable",
            BooksCheck.class,
            FindingKind.CASH_OUT_NOT_COVERED,
            FindingKind.SENT_UNASKED,
            FindingKind.RECEIVABLE_DIFFERS),
    ONE_OUTCOME_A_KEY(
            9,
            "a client's key has one outcome",
            DecisionsCheck.class,
            FindingKind.DECISION_TORN,
            FindingKind.KEY_DECIDED_TWICE),
    LOG_IS_UNBROKEN(
            10,
            "positions are gapless, time never goes backwards, the chain is unbroken",
            RowCheck.class,
            FindingKind.POSITION_MISSING,
            FindingKind.POSITION_TAKEN_TWICE,
            FindingKind.EVENT_COUNT_WRONG,
            FindingKind.BODY_NOT_CANONICAL,
            FindingKind.ROOT_DIFFERS,
            FindingKind.CHAIN_BROKEN,
            FindingKind.RECORDED_AT_BACKWARDS,
            FindingKind.AT_BACKWARDS,
            FindingKind.HEAD_UNREADABLE,
            FindingKind.HEAD_SIGNATURE_WRONG,
            FindingKind.HEAD_DIFFERS,
            FindingKind.HEAD_BEYOND_LOG),
    INDEXES_REPEAT_THE_LOG(
            11,
            "indexes, projections and snapshots are what a replay of the log gives",
            IndexCheck.class,
            FindingKind.INDEX_AHEAD_OF_LOG,
            FindingKind.INDEX_INSIDE_A_ROW,
            FindingKind.INDEX_ROW_MISSING,
            FindingKind.INDEX_ROW_UNEXPECTED,
            FindingKind.TOTAL_WRONG,
            FindingKind.PROJECTION_DIFFERS,
            FindingKind.SNAPSHOT_DIFFERS);

    private final int number;
    private final String promise;
    private final Class<?> checkedBy;
    private final Set<FindingKind> breaches;

    Invariant(int number, String promise, Class<?> checkedBy, FindingKind... breaches) {
        this.number = number;
        this.promise = promise;
        this.checkedBy = checkedBy;
        this.breaches = Set.of(breaches);
    }

    /** The invariant that a finding of this kind breaks. */
    public static Invariant brokenBy(FindingKind kind) {
        for (var invariant : values()) {
            if (invariant.breaches.contains(kind)) {
                return invariant;
            }
        }
        throw new IllegalArgumentException(kind + " breaks nothing");
    }

    public int number() {
        return number;
    }

    public String promise() {
        return promise;
    }

    public Class<?> checkedBy() {
        return checkedBy;
    }
}
