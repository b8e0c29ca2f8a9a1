package io.microwallet.api.bench.measure;

import io.microwallet.api.bench.load.ClosedLoop;
import io.microwallet.api.bench.load.Order;
import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.bench.load.Tally;
import io.microwallet.api.cli.output.Json;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.EventStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs a load on a store and says what it cost. */
public final class Measuring {
    private static final int CATCH_UP_SECONDS_MIN = 30;

    private final DatabaseLogin login;
    private final EventStore store;
    private final boolean projections;
    private final Progress progress;

    public Measuring(DatabaseLogin login, EventStore store, boolean projections, Progress progress) {
        this.login = login;
        this.store = store;
        this.projections = projections;
        this.progress = progress;
    }

    /** Warms up, then measures a burst and, if it is wanted, a sustained load; each begins with nothing behind. */
    public List<Figure> burstAndSustained(
            String name, String variant, ClosedLoop loop, Supplier<Order> orders, Spans spans)
            throws InterruptedException, SQLException {
        loop.run(orders, spans.warmUp());
        var figures = new ArrayList<Figure>();
        figures.add(measure(name, variant, false, loop, orders, spans.burst()));
        if (spans.sustained().isPositive()) {
            figures.add(measure(name, variant, true, loop, orders, spans.sustained()));
        }
        return figures;
    }

    /** One figure; begins with nothing behind, and waits at its end until nothing is. */
    public Figure measure(
            String name, String variant, boolean sustained, ClosedLoop loop, Supplier<Order> orders, Duration time)
            throws InterruptedException, SQLException {
        LagWatch.awaitNone(store, catchUpMax(time));
        var use = new Use(login);
        var position = store.health().position();
        var before = use.sample();
        try (var watch = new LagWatch(store);
                var ticking = Executors.newSingleThreadScheduledExecutor()) {
            ticking.scheduleAtFixedRate(() -> tell(name, loop.tally(), time), 1, 1, TimeUnit.SECONDS);
            var tally = loop.run(orders, time);
            var lagAtEnd = watch.now();
            ticking.shutdownNow();
            var caughtUp = LagWatch.awaitNone(store, catchUpMax(time));
            var after = use.sample();
            var details = Json.object();
            details.put("projections", projections);
            after.since(before, tally.successes(), details);
            var size = LogSize.after(login, position);
            details.put("eventBytes", Math.round(size.bytesAnEvent()))
                    .put("commits", size.commits())
                    .put("eventsPerCommit", Math.round(size.eventsACommit()));
            details.put("endIndexLag", lagAtEnd.index())
                    .put("maxProjectionLag", watch.highest().projections())
                    .put("endProjectionLag", lagAtEnd.projections())
                    .put("catchUpSeconds", caughtUp);
            var figure = new Figure(
                    name,
                    variant,
                    loop.inFlight(),
                    sustained,
                    Rate.of(tally),
                    watch.highest().index(),
                    details);
            say(figure, tally);
            return figure;
        }
    }

    /** As long as the load lasted is what is promised; more is waited for, so that the next figure begins with nothing behind. */
    private static Duration catchUpMax(Duration time) {
        return Duration.ofSeconds(Math.max(CATCH_UP_SECONDS_MIN, 4 * time.toSeconds()));
    }

    private void tell(String name, Tally tally, Duration time) {
        progress.now(
                "%s: %d of %d s, %,.0f a second, %,d to index, %,d to project",
                name,
                tally.took().toSeconds(),
                time.toSeconds(),
                tally.perSecond(),
                store.health().indexLag(),
                store.projections().lag());
    }

    private void say(Figure figure, Tally tally) {
        progress.say(
                "  %s%s, %,d in flight, %s: %,.0f a second, p99 %.1f ms",
                figure.name(),
                figure.variant().isEmpty() ? "" : ' ' + figure.variant(),
                figure.inFlight(),
                figure.sustained() ? "sustained" : "burst",
                figure.rate().perSecond(),
                figure.rate().p99());
        if (tally.failures() > 0) {
            progress.say("    not successes: %s", tally.others());
        }
    }
}
