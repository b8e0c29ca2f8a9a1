package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.audit.model.Step;
import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.decision.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The independent auditor: a naive model of the whole product predicts every answer to sequences of commands that a crowd makes up from
 * a seed, and the invariants hold after each of them.
 *
 * <p>{@code mvn verify} plays 50,000 commands. A million, over other seeds each time: {@code mvn -Pnightly verify -pl ledger-core}. One
 * seed alone, or other numbers: {@code mvn verify -pl ledger-core -Dtest=AuditTest -Daudit.seed=7 -Daudit.seeds=1 -Daudit.commands=1000}.
 * A failure tells its seed, and the shortest sequence of commands that fails.
 */
class AuditTest {
    private static final int SEEDS = Integer.getInteger("audit.seeds", 48);
    private static final int COMMANDS = Integer.getInteger("audit.commands", 1_000);
    private static final long FIRST_SEED = Long.getLong("audit.seed", 1);
    private static final int SEEDS_THAT_SEE_EVERYTHING = 40;

    /**
     * The store's own events, and refusals at bounds that no street comes near: they are rows of {@code RulesTest} alone.
     */
    private static final Set<String> NOT_ON_THE_STREET = Set.of(
            "WriterOpened",
            "RequestRefused",
            "MembershipRefusal.TOO_MANY_MEMBERSHIPS",
            "RefundRefusal.BALANCE_TOO_LARGE",
            "RefundRefusal.TOO_MANY_OPEN_LOTS");

    private static final int NIGHTLY_SEEDS = Integer.getInteger("audit.nightly.seeds", 1_000);

    @Test
    void the_ledger_answers_what_the_model_says_it_must() {
        var seen = new TreeMap<String, Integer>();
        LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS).forEach(seed -> count(seen, audit(seed, COMMANDS)));
        // One that nobody has seen before, and that runs long enough for everything to be looked at more than once.
        count(seen, audit(System.nanoTime(), 3 * COMMANDS));

        if (SEEDS >= SEEDS_THAT_SEE_EVERYTHING) {
            assertThat(seen.keySet()).as("what the street led to").containsAll(everythingThereIs());
        }
    }

    private static void count(Map<String, Integer> all, Map<String, Integer> seen) {
        seen.forEach((what, times) -> all.merge(what, times, Integer::sum));
    }

    private static Set<String> everythingThereIs() {
        var all = new TreeSet<String>();
        EventCatalog.entries().forEach(entry -> all.add(entry.type().getSimpleName()));
        Refusals.all().forEach(refusal -> all.add(refusal.getClass().getSimpleName() + '.' + refusal.name()));
        all.removeAll(NOT_ON_THE_STREET);
        return all;
    }

    @Test
    @Tag("nightly")
    void the_ledger_answers_what_the_model_says_it_must_a_million_times() {
        var first = System.nanoTime();
        LongStream.range(first, first + NIGHTLY_SEEDS).forEach(seed -> audit(seed, 1_000));
    }

    private static Map<String, Integer> audit(long seed, int commands) {
        var played = Audit.play(seed, commands);
        if (played.failure().isPresent()) {
            throw new AssertionError(told(seed, played));
        }
        return played.seen();
    }

    private static String told(long seed, Audit.Played failed) {
        var shortest = Shortest.of(failed);
        return "seed %d fails after %d commands:%n%s%nThe shortest that fails is:%n%s%n%s"
                .formatted(
                        seed,
                        failed.steps().size(),
                        failed.failure().orElseThrow(),
                        lines(shortest),
                        Audit.replay(shortest).failure().orElseThrow());
    }

    private static String lines(List<Step> steps) {
        return steps.stream().map(step -> step.at() + " " + step.command()).collect(Collectors.joining("\n"));
    }
}
