package io.microwallet.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.NodeId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.eventstore.decide.ClockOffsets;
import io.microwallet.eventstore.decide.Decider;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.eventstore.write.CommitSteps;
import io.microwallet.eventstore.write.Lease;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** What a store is opened with; never changes once it is made. */
public final class EventStoreSettings {
    private final String url;
    private final String user;
    private final String password;
    private int partition = 0;
    private InstantSource clock = InstantSource.system();
    private SecureRandom random = new SecureRandom();
    private final Path directory;
    private Optional<PrivateKey> headKey = Optional.empty();
    private MeterRegistry meters = new SimpleMeterRegistry();
    private List<Projection> projections = List.of();
    private NodeId node = new NodeId(UUID.randomUUID());
    private SoftwareVersion version = new SoftwareVersion("0.1.0");
    private Optional<String> schema = Optional.empty();
    private Duration patience = Duration.ofSeconds(10);
    private Duration handover = Lease.SILENCE_MAX;
    private OptionalLong aloneSince = OptionalLong.empty();
    private Duration queuedMax = Duration.ofSeconds(5);
    private Duration headsEvery = Duration.ofMinutes(1);
    private int readers = 8;
    private int statesMax = 200_000;
    private int unindexedMax = 100_000;
    private int snapshotEvery = 100;
    private Decider rules = Rules::decide;
    private ClockOffsets clockOffsets = Ledger::clockOffset;
    private CommitSteps steps = CommitSteps.NONE;

    private EventStoreSettings(String url, String user, String password, Path directory) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.directory = directory;
    }

    /** Partition 0, the system's clock, the core's rules, no projections and no signed heads. */
    public static EventStoreSettings of(String url, String user, String password, Path directory) {
        return new EventStoreSettings(url, user, password, directory);
    }

    private EventStoreSettings with(Consumer<EventStoreSettings> change) {
        var copy = new EventStoreSettings(url, user, password, directory);
        copy.partition = partition;
        copy.clock = clock;
        copy.random = random;
        copy.headKey = headKey;
        copy.meters = meters;
        copy.projections = projections;
        copy.node = node;
        copy.version = version;
        copy.schema = schema;
        copy.patience = patience;
        copy.handover = handover;
        copy.aloneSince = aloneSince;
        copy.queuedMax = queuedMax;
        copy.headsEvery = headsEvery;
        copy.readers = readers;
        copy.statesMax = statesMax;
        copy.unindexedMax = unindexedMax;
        copy.snapshotEvery = snapshotEvery;
        copy.rules = rules;
        copy.clockOffsets = clockOffsets;
        copy.steps = steps;
        change.accept(copy);
        return copy;
    }

    public EventStoreSettings withClock(InstantSource clock) {
        return with(copy -> copy.clock = clock);
    }

    public EventStoreSettings withHeadKey(PrivateKey headKey) {
        return with(copy -> copy.headKey = Optional.of(headKey));
    }

    public EventStoreSettings withMeters(MeterRegistry meters) {
        return with(copy -> copy.meters = meters);
    }

    public EventStoreSettings withProjections(List<Projection> projections) {
        return with(copy -> copy.projections = List.copyOf(projections));
    }

    public EventStoreSettings withVersion(SoftwareVersion version) {
        return with(copy -> copy.version = version);
    }

    public EventStoreSettings withSchema(String schema) {
        return with(copy -> copy.schema = Optional.of(schema));
    }

    public EventStoreSettings withPatience(Duration patience) {
        return with(copy -> copy.patience = patience);
    }

    public EventStoreSettings withHandover(Duration handover) {
        return with(copy -> copy.handover = handover);
    }

    /**
     * Nobody else can have written since then: the database was down, and belongs to this process alone.
     *
     * @param nanos by {@link System#nanoTime}
     */
    public EventStoreSettings withAloneSince(long nanos) {
        return with(copy -> copy.aloneSince = OptionalLong.of(nanos));
    }

    public EventStoreSettings withQueuedMax(Duration queuedMax) {
        return with(copy -> copy.queuedMax = queuedMax);
    }

    public EventStoreSettings withHeadsEvery(Duration headsEvery) {
        return with(copy -> copy.headsEvery = headsEvery);
    }

    public EventStoreSettings withStatesMax(int statesMax) {
        return with(copy -> copy.statesMax = statesMax);
    }

    public EventStoreSettings withUnindexedMax(int unindexedMax) {
        return with(copy -> copy.unindexedMax = unindexedMax);
    }

    public EventStoreSettings withSnapshotEvery(int snapshotEvery) {
        return with(copy -> copy.snapshotEvery = snapshotEvery);
    }

    public EventStoreSettings withRules(Decider rules) {
        return with(copy -> copy.rules = rules);
    }

    public EventStoreSettings withClockOffsets(ClockOffsets clockOffsets) {
        return with(copy -> copy.clockOffsets = clockOffsets);
    }

    public EventStoreSettings withSteps(CommitSteps steps) {
        return with(copy -> copy.steps = steps);
    }

    /** JDBC URL of the service's own role. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public int partition() {
        return partition;
    }

    public InstantSource clock() {
        return clock;
    }

    public SecureRandom random() {
        return random;
    }

    /** Where {@code heads.jsonl} is kept. */
    public Path directory() {
        return directory;
    }

    /** The Ed25519 key that signs heads; without it none are written. */
    public Optional<PrivateKey> headKey() {
        return headKey;
    }

    public MeterRegistry meters() {
        return meters;
    }

    public List<Projection> projections() {
        return projections;
    }

    public NodeId node() {
        return node;
    }

    public SoftwareVersion version() {
        return version;
    }

    /** The newest version of the schema that this software knows; any other is refused. */
    public Optional<String> schema() {
        return schema;
    }

    /** How long to wait for another node's lock at the opening. */
    public Duration patience() {
        return patience;
    }

    /** By {@link System#nanoTime}; empty where other nodes may write until the lock is ours. */
    public OptionalLong aloneSince() {
        return aloneSince;
    }

    /** How long a writer keeps silent after it took the lock: until an earlier one's lease is surely over. */
    public Duration handover() {
        return handover;
    }

    /** With an older command than this in the queue, health is red. */
    public Duration queuedMax() {
        return queuedMax;
    }

    /** How long after one head was signed the next is, if the log has grown. */
    public Duration headsEvery() {
        return headsEvery;
    }

    /** Connections for reads. */
    public int readers() {
        return readers;
    }

    /** States in memory. */
    public int statesMax() {
        return statesMax;
    }

    /** With more events than this to index, writers wait. */
    public int unindexedMax() {
        return unindexedMax;
    }

    /** So many events of one thing are read again at most, about, when it is loaded; a thousand of them take 15 ms. */
    public int snapshotEvery() {
        return snapshotEvery;
    }

    /** The core's, unless a test has its own. */
    public Decider rules() {
        return rules;
    }

    /** Those of the ledgers themselves, unless a test has its own. */
    public ClockOffsets clockOffsets() {
        return clockOffsets;
    }

    /** Where a test breaks in. */
    public CommitSteps steps() {
        return steps;
    }
}
