package io.microwallet.core.audit;

import io.microwallet.core.audit.model.Model;
import io.microwallet.core.audit.model.Step;
import io.microwallet.core.audit.model.Street;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.given.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The product and the model side by side, from an empty log on. */
final class Audit {
    private static final int COMMANDS_BETWEEN_LOOKS_AT_EVERYTHING = 1_000;

    private final Log log = new Log();
    private final Model model = new Model();
    private final Worker worker = new Worker(log, model);
    private final Invariants invariants = new Invariants(log, model);
    private final Map<String, Integer> seen = new TreeMap<>();
    private int steps;

    /** Plays a seed. */
    static Played play(long seed, int commands) {
        var audit = new Audit();
        var street = new Street(seed, audit.model);
        var steps = new ArrayList<Step>(commands);
        for (var i = 0; i < commands; i++) {
            steps.add(street.next());
            var failure = audit.step(steps.getLast());
            if (failure.isPresent()) {
                return new Played(steps, failure, audit.seen);
            }
        }
        return new Played(steps, audit.everything(), audit.seen);
    }

    /** Plays these steps; how it failed, if it did, and how many steps that took. */
    static Played replay(List<Step> steps) {
        var audit = new Audit();
        for (var i = 0; i < steps.size(); i++) {
            var failure = audit.step(steps.get(i));
            if (failure.isPresent()) {
                return new Played(steps.subList(0, i + 1), failure, audit.seen);
            }
        }
        return new Played(steps, audit.everything(), audit.seen);
    }

    /** What was played, and what failed at its end. */
    record Played(List<Step> steps, Optional<String> failure, Map<String, Integer> seen) {}

    private Optional<String> step(Step step) {
        try {
            worker.before(step.command());
            var decision = log.submit(step.command(), step.at());
            var answer = model.answer(step.command(), step.at());
            count(decision);
            var difference = Comparison.difference(step.command(), decision, answer);
            if (!difference.isEmpty()) {
                return Optional.of(difference);
            }
            worker.after(step.command(), decision);
            invariants.after(step, decision);
            steps++;
            return steps % COMMANDS_BETWEEN_LOOKS_AT_EVERYTHING == 0 ? everything() : Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(said(e));
        }
    }

    private Optional<String> everything() {
        try {
            invariants.overEverything();
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(said(e));
        }
    }

    private static String said(Throwable e) {
        var where = e.getStackTrace();
        return e + (where.length == 0 ? "" : "\n  at " + where[0] + (where.length > 1 ? "\n  at " + where[1] : ""));
    }

    private void count(Decision decision) {
        switch (decision) {
            case Decision.Accepted it ->
                it.events().forEach(event -> count(event.getClass().getSimpleName()));
            case Decision.Refused it ->
                count(it.refusal().getClass().getSimpleName()
                        + '.'
                        + it.refusal().name());
            case Decision.Absent it -> count(it.absence().name());
            case Decision.AlreadyKnown _ -> count("AlreadyKnown");
        }
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
