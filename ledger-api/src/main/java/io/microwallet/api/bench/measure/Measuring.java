package io.microwallet.api.bench.measure;

import io.microwallet.api.bench.load.ClosedLoop;
import io.microwallet.api.bench.load.Order;
import io.microwallet.api.bench.load.Progress;
import io.microwallet.api.cli.output.Json;
import io.microwallet.embedded.DatabaseLogin;
import io.microwallet.eventstore.EventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Runs a load on a store and says what it cost. */
public final class Measuring {
    private static final int CATCH_UP_SECONDS_MIN = 30;
    private static final int CATCH_UP_TIMES = 4;

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

    /** What puts load on the store, wherever it comes from. */
    @FunctionalInterface
    public interface Load {
        Rate run() throws Exception;
    }

    /** What a figure is called, and how long its load lasts. */
    public record Named(String name, String variant, boolean sustained, int inFlight, Duration time) {}

    /** Warms up, then measures a burst and, if it is wanted, a sustained load; each begins with nothing behind. */
    public List<Figure> burstAndSustained(
            String name, String variant, ClosedLoop loop, Supplier<Order> orders, Spans spans) throws Exception {
        loop.run(orders, spans.warmUp());
        var figures = new ArrayList<Figure>();
        figures.add(measure(new Named(name, variant, false, loop.inFlight(), spans.burst()), loop, orders));
        if (spans.sustained().isPositive()) {
            figures.add(measure(new Named(name, variant, true, loop.inFlight(), spans.sustained()), loop, orders));
        }
        return figures;
    }

    public Figure measure(Named named, ClosedLoop loop, Supplier<Order> orders) throws Exception {
        return measure(named, () -> Rate.of(loop.run(orders, named.time())));
    }

    /** One figure; begins with nothing behind, and waits at its end until nothing is. */
    public Figure measure(Named named, Load load) throws Exception {
        LagWatch.awaitNone(store, catchUpMax(named.time()));
        var use = new Use(login);
        var position = store.health().position();
        var before = use.sample();
        var details = Json.object().put("projections", projections);
        try (var watch = new LagWatch(store)) {
            var rate = told(named, position, load);
            var lagAtEnd = watch.now();
            var caughtUp = LagWatch.awaitNone(store, catchUpMax(named.time()));
            use.sample().since(before, rate.successes(), details);
            LogSize.after(login, position).tell(details);
            tell(watch.highest(), lagAtEnd, caughtUp, details);
            var figure = new Figure(
                    named.name(),
                    named.variant(),
                    named.inFlight(),
                    named.sustained(),
                    rate,
                    watch.highest().index(),
                    details);
            say(figure);
            return figure;
        }
    }

    private static void tell(LagWatch.Lag highest, LagWatch.Lag atEnd, double caughtUp, ObjectNode details) {
        details.put("endIndexLag", atEnd.index())
                .put("maxProjectionLag", highest.projections())
                .put("endProjectionLag", atEnd.projections())
                .put("catchUpSeconds", Math.round(caughtUp * 100) / 100.0);
    }

    /** As long as the load lasted is what is promised; more is waited for, so that the next figure begins with nothing behind. */
    private static Duration catchUpMax(Duration time) {
        return Duration.ofSeconds(Math.max(CATCH_UP_SECONDS_MIN, CATCH_UP_TIMES * time.toSeconds()));
    }

    private Rate told(Named named, long position, Load load) throws Exception {
        var begun = System.nanoTime();
        try (ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor()) {
            ticking.scheduleAtFixedRate(() -> tell(named, position, begun), 1, 1, TimeUnit.SECONDS);
            try {
                return load.run();
            } finally {
                ticking.shutdownNow();
            }
        }
    }

    private void tell(Named named, long position, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        progress.now(
                "%s: %.0f of %d s, %,.0f events a second, %,d to index, %,d to project",
                named.name(),
                seconds,
                named.time().toSeconds(),
                (store.health().position() - position) / seconds,
                store.health().indexLag(),
                store.projections().lag());
    }

    private void say(Figure figure) {
        progress.say(
                "  %s, %,d in flight, %s: %,.0f a second, p99 %.1f ms",
                (figure.name() + ' ' + figure.variant()).strip(),
                figure.inFlight(),
                figure.sustained() ? "sustained" : "burst",
                figure.rate().perSecond(),
                figure.rate().p99());
        if (figure.rate().failures() > 0) {
            progress.say("    no success: %,d", figure.rate().failures());
        }
    }
}
