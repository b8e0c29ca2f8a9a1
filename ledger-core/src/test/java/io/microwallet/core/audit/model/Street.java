package io.microwallet.core.audit.model;

import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.batch.BatchCommand.Item;
import io.microwallet.core.decision.Command;
import io.microwallet.core.request.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Members, tills, processors and finance who do anything in any order. Some of it comes twice, and some much later than it was
 * prepared: a race is a command that was prepared before another was decided. It knows the model alone.
 */
public final class Street {
    private static final int KEPT_FOR_LATER_MAX = 40;

    private final Tables t;
    private final Dice dice;
    private final List<Acts> acts;
    private final JobWorker worker;
    private final List<Command> later = new ArrayList<>();
    private final List<Command> done = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T18:00:00.123456Z");

    public Street(long seed, Model model) {
        t = model.tables;
        dice = new Dice(seed);
        acts = List.of(
                new PeopleActs(t, dice),
                new WalletActs(t, dice),
                new TopUpActs(t, dice),
                new SaleActs(t, dice),
                new EveningActs(t, dice),
                new HoldActs(t, dice),
                new RefundActs(t, dice),
                new DisputeActs(t, dice),
                new ClubActs(t, dice),
                new PayoutActs(t, dice),
                new SettlementActs(t, dice),
                new JobActs(t, dice));
        worker = new JobWorker(t, model.jobs, dice);
    }

    /** What someone does next, and when. */
    public Step next() {
        pass();
        var part = dice.oneIn(8) ? worker.next() : null;
        if (part != null) {
            return new Step(part, now);
        }
        var command = command();
        if (!(command instanceof BatchCommand)) {
            done.add(command);
        }
        return new Step(command, now);
    }

    private Command command() {
        return dice.oneIn(60) ? batch() : single();
    }

    private Command batch() {
        var items = new ArrayList<Item>();
        for (var left = 1 + dice.upTo(5); left > 0; left--) {
            items.add(new Item(Operation.PURCHASE, single()));
        }
        return dice.oneIn(5) ? new BeginBatch(PeopleActs.TILL, items.size()) : new AtomicBatch(items);
    }

    private Command single() {
        if (!later.isEmpty() && (later.size() > KEPT_FOR_LATER_MAX || dice.oneIn(12))) {
            return later.remove(dice.upTo(later.size()));
        }
        if (dice.oneIn(25)) {
            var again = dice.lately(done);
            if (again != null && Repeats.may(again)) {
                return again;
            }
        }
        var command = anything();
        if (dice.oneIn(20)) {
            later.add(command);
            return anything();
        }
        return command;
    }

    private Command anything() {
        var shares = acts.stream().mapToInt(Acts::share).sum();
        var share = dice.upTo(shares);
        for (var some : acts) {
            share -= some.share();
            if (share < 0) {
                return some.next(now);
            }
        }
        throw new IllegalStateException();
    }

    /** Time passes: mostly none or little, sometimes days, sometimes up to an instant at which something ends. */
    private void pass() {
        now = now.plus(
                switch (dice.upTo(120)) {
                    case 0 -> Duration.ofHours(dice.upTo(48));
                    case 1 -> dice.oneIn(3) ? Duration.ofDays(dice.upTo(20)) : Duration.ofHours(dice.upTo(6));
                    case 2, 3, 4 -> Duration.ofMinutes(dice.upTo(40));
                    case 5, 6, 7, 8, 9, 10 -> untilSomethingEnds();
                    default -> dice.oneIn(3) ? Duration.ZERO : Duration.of(dice.upTo(3_000_000), ChronoUnit.MICROS);
                });
        for (var ledger : t.ledgers.values()) {
            now = ledger.notBefore.isAfter(now) ? ledger.notBefore : now;
        }
    }

    /** To the very microsecond, or to the one before, or the one after. */
    private Duration untilSomethingEnds() {
        var ends = new ArrayList<Instant>();
        t.ends(ends);
        ends.removeIf(end -> end.isBefore(now.plusNanos(2_000)));
        var next = ends.stream().min(Instant::compareTo);
        return next.isEmpty()
                ? Duration.ZERO
                : Duration.between(now, next.get()).plusNanos(1_000L * (dice.upTo(3) - 1));
    }
}
