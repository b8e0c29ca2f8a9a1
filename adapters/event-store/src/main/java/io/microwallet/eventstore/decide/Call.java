package io.microwallet.eventstore.decide;

import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.decision.Boundary;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.eventstore.decide.Reservations.Reservation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One command on its way through the queue; a trial holds a reservation that is nobody's. */
final class Call {
    /** Whether its deadline may still call it off. */
    private enum Stage {
        WAITING,
        DECIDING,
        OVER
    }

    final Request request;
    final Reservation reservation;
    final Command command;
    final Boundary boundary;
    /** What must be in memory when it is decided: its boundary, and the ledger whose clock it is stamped by. */
    final List<EntityId<?>> needed;

    /** Their tags, in the same order. */
    final Tag[] tags;

    /** Decided for the answer alone: nothing of it is staged. */
    final boolean trial;

    /** What this caller is told: the shared outcome, or that its deadline has passed. */
    final CompletableFuture<Outcome> answer = new CompletableFuture<>();

    final long enqueuedAt = System.nanoTime();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private @Nullable Line line;
    private int place;
    private int attempts;
    private @Nullable Outcome decided;

    Call(Request request, Reservation reservation, Command command, boolean trial) {
        this.request = request;
        this.reservation = reservation;
        this.command = command;
        this.trial = trial;
        this.boundary = command.boundary();
        this.needed = needed(boundary, request.ledger());
        this.tags = needed.stream().map(EntityId::tag).toArray(Tag[]::new);
    }

    private static List<EntityId<?>> needed(Boundary boundary, LedgerId ledger) {
        var needed = new ArrayList<EntityId<?>>(boundary.guarded());
        needed.addAll(boundary.consulted());
        if (!needed.contains(ledger)) {
            needed.add(ledger);
        }
        return needed;
    }

    /** Decided in a group and a row of its own: one that is large must not make the others wait for its room. */
    boolean standsAlone() {
        return command instanceof AtomicBatch;
    }

    /** To be decided after those that stand before it in the line. Before it is queued. */
    void standIn(Line line) {
        this.line = line;
        this.place = line.takePlace();
    }

    /** Where it waits for its turn; null for a call that depends on no other. */
    @Nullable
    Line line() {
        return line;
    }

    int place() {
        return place;
    }

    /** False if its deadline called it off. */
    boolean begin() {
        return stage.compareAndSet(Stage.WAITING, Stage.DECIDING);
    }

    /** Back to waiting. False if it was not being decided: its deadline has called it off, and nothing brings it back. */
    boolean again() {
        decided = null;
        if (line != null) {
            line.backTo(place);
        }
        return stage.compareAndSet(Stage.DECIDING, Stage.WAITING);
    }

    /** How often it was decided in vain, this time included. */
    int failedAgain() {
        return ++attempts;
    }

    /** Called off while it waited: surely nothing was written. */
    boolean expire() {
        return stage.compareAndSet(Stage.WAITING, Stage.OVER);
    }

    void decided(Outcome outcome) {
        decided = outcome;
    }

    @Nullable
    Outcome decided() {
        return decided;
    }
}
