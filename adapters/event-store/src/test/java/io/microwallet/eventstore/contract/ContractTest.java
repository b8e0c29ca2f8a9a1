package io.microwallet.eventstore.contract;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against a brute-force model: random calls, reads, restarts, a stalled indexer, connections that die at every point
 * of a commit, and another node that takes over. Run one again with {@code -Dcontract.seed=…}.
 */
class ContractTest {
    private static final int RUNS = 3;
    private static final int STEPS = 60;
    private static final int WALLETS = 6;
    private static final int AT_ONCE_MAX = 24;

    static LongStream seeds() {
        var given = System.getProperty("contract.seed");
        return given != null ? LongStream.of(Long.parseLong(given)) : new Random().longs(RUNS);
    }

    /** What may happen next, and how often. */
    private enum Step {
        SEND(20),
        SEND_MANY(20),
        SEND_AGAIN(12),
        REUSE_A_KEY(6),
        ASK_FOR_THE_UNKNOWN(8),
        READ(14),
        STALL_THE_INDEXER(5),
        RELEASE_THE_INDEXER(5),
        KILL_A_CONNECTION(14),
        RESTART(4),
        TAKE_OVER(3);

        private final int weight;

        Step(int weight) {
            this.weight = weight;
        }

        static Step next(Random random) {
            var sum = Arrays.stream(values()).mapToInt(step -> step.weight).sum();
            var left = random.nextInt(sum);
            for (var step : values()) {
                left -= step.weight;
                if (left < 0) {
                    return step;
                }
            }
            throw new AssertionError("the weights have a sum");
        }
    }

    /** One run. */
    private static final class Run {
        final Random random;
        final World world;
        final List<WalletId> wallets = new ArrayList<>();
        final Set<Step> taken = new HashSet<>();

        Run(long seed, World world) {
            this.random = new Random(seed);
            this.world = world;
        }

        void begin() {
            for (var i = 0; i < WALLETS; i++) {
                var wallet = new WalletId(uuid());
                wallets.add(wallet);
                send(Operation.OPEN_WALLET, new OpenWallet(world.till.ledger, wallet, world.till.client, null, null));
                topUp(wallet, 5_00);
            }
        }

        void step() throws Exception {
            var step = Step.next(random);
            taken.add(step);
            take(step);
            world.model.grow(world.log());
        }

        private void take(Step step) {
            switch (step) {
                case SEND -> world.send(List.of(anything()));
                case SEND_MANY -> sendMany();
                case SEND_AGAIN -> sendAgain();
                case REUSE_A_KEY -> reuseKey();
                case ASK_FOR_THE_UNKNOWN -> settle();
                case READ -> new Reader(world, random).read(wallets);
                case STALL_THE_INDEXER -> world.faults().stallIndexer();
                case RELEASE_THE_INDEXER -> world.faults().releaseIndexer();
                case KILL_A_CONNECTION -> kill();
                case RESTART -> world.restart();
                case TAKE_OVER -> world.takeOver(purchase());
            }
        }

        /** Many at once, some of them twice under one key. */
        private void sendMany() {
            var asks = new ArrayList<Ask>();
            var count = 2 + random.nextInt(AT_ONCE_MAX);
            for (var i = 0; i < count; i++) {
                asks.add(i > 0 && random.nextInt(5) == 0 ? asks.get(random.nextInt(i)) : anything());
            }
            world.send(asks);
        }

        private void sendAgain() {
            var earlier = world.model.acknowledged();
            if (!earlier.isEmpty()) {
                world.send(List.of(earlier.get(random.nextInt(earlier.size()))));
            }
        }

        private void reuseKey() {
            var earlier = world.model.acknowledged();
            if (!earlier.isEmpty()) {
                var other = earlier.get(random.nextInt(earlier.size()))
                        .forAnother(purchase().command());
                // A database that is away answers before the key is looked up; nothing else may.
                assertThat(world.probe(other)).isInstanceOfAny(Outcome.KeyReused.class, Outcome.Unavailable.class);
            }
        }

        /** Whoever knows nothing asks again until they do; whoever was told that nothing was written may. */
        void settle() {
            var unknown = new ArrayList<>(world.model.inDoubt());
            world.model.undone().stream().filter(_ -> random.nextBoolean()).forEach(unknown::add);
            if (!unknown.isEmpty()) {
                world.send(unknown);
            }
        }

        private void kill() {
            var points = Faults.Point.values();
            world.faults().kill(points[random.nextInt(points.length)]);
            sendMany();
        }

        private Ask anything() {
            var wallet = wallet();
            return switch (random.nextInt(12)) {
                case 0 -> Ask.of(world.till, Operation.FREEZE_WALLET, new FreezeWallet(wallet));
                case 1, 2 -> Ask.of(world.till, Operation.UNFREEZE_WALLET, new UnfreezeWallet(wallet));
                case 3 -> requested(wallet, new TopUpId(uuid()), 1 + random.nextInt(5_00));
                case 4 -> Ask.of(world.till, Operation.PURCHASE, world.till.purchase(new WalletId(uuid()), eur(1_00)));
                default -> purchase();
            };
        }

        private Ask purchase() {
            return Ask.of(world.till, Operation.PURCHASE, world.till.purchase(wallet(), eur(1 + random.nextInt(90))));
        }

        private WalletId wallet() {
            return wallets.get(random.nextInt(wallets.size()));
        }

        private void topUp(WalletId wallet, long cents) {
            var topUp = new TopUpId(uuid());
            world.send(List.of(requested(wallet, topUp, cents)));
            send(
                    Operation.REPORT_TOP_UP,
                    new ReportTopUpSucceeded(topUp, wallet, eur(cents), new ProcessorReference("ch_1")));
        }

        private Ask requested(WalletId wallet, TopUpId topUp, long cents) {
            return Ask.of(
                    world.till,
                    Operation.REQUEST_TOP_UP,
                    new RequestTopUp(
                            world.till.ledger,
                            topUp,
                            wallet,
                            eur(cents),
                            new ProcessorId("simulator"),
                            Set.of(Mode.SANDBOX),
                            new CardToken("tok_ok"),
                            null,
                            null,
                            null));
        }

        private void send(Operation operation, Command command) {
            world.send(List.of(Ask.of(world.till, operation, command)));
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_store_is_what_the_model_says_whatever_happens(long seed) throws Exception {
        System.out.println("contract.seed=" + seed);
        try (var world = new World()) {
            var run = new Run(seed, world);
            run.begin();
            for (var i = 0; i < STEPS; i++) {
                run.step();
            }
            end(run);
        } catch (AssertionError e) {
            throw new AssertionError("-Dcontract.seed=" + seed, e);
        }
    }

    private static void end(Run run) throws Exception {
        var world = run.world;
        world.faults().releaseIndexer();
        while (!world.model.inDoubt().isEmpty()) {
            run.settle();
            world.model.grow(world.log());
        }
        new Reader(world, run.random).read(run.wallets);
        assertThat(world.seen())
                .isEqualTo(LongStream.rangeClosed(0, world.model.last()).boxed().toList());
        assertThat(world.fsck().findings()).isEmpty();
        world.restart();
        world.model.grow(world.log());
        assertThat(world.fsck().findings()).isEmpty();
        assertThat(world.fsck().heads()).isPositive();
    }

    /** Every kind of step is in some run of this length: what is never tried cannot fail. */
    @Test
    void every_step_is_tried() {
        var random = new Random(1);
        assertThat(Stream.generate(() -> Step.next(random)).limit((long) RUNS * STEPS))
                .contains(Step.values());
    }
}
