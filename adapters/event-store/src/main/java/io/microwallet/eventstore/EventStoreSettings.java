package io.microwallet.eventstore;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.ledger.NodeId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.eventstore.decide.Decider;
import io.microwallet.eventstore.projection.Projection;
import io.microwallet.eventstore.write.CommitSteps;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a store is opened with.
 *
 * @param url JDBC URL of the service's own role
 * @param directory where {@code heads.jsonl} is kept
 * @param headKey the Ed25519 key that signs heads; without it none are written
 * @param schema the newest version of the schema that this software knows; any other is refused
 * @param patience how long to wait for another node's lock at the opening
 * @param rules the core's, unless a test has its own
 * @param steps where a test breaks in
 */
public record EventStoreSettings(
        String url,
        String user,
        String password,
        int partition,
        InstantSource clock,
        SecureRandom random,
        Path directory,
        Optional<PrivateKey> headKey,
        MeterRegistry meters,
        List<Projection> projections,
        NodeId node,
        SoftwareVersion version,
        Optional<String> schema,
        Duration patience,
        int readers,
        int statesMax,
        Decider rules,
        CommitSteps steps) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READERS = 8;
    private static final int STATES_MAX = 200_000;

    public EventStoreSettings {
        projections = List.copyOf(projections);
    }

    /** Partition 0, the system's clock, the core's rules, no projections and no signed heads. */
    public static EventStoreSettings of(String url, String user, String password, Path directory) {
        return new EventStoreSettings(
                url,
                user,
                password,
                0,
                InstantSource.system(),
                new SecureRandom(),
                directory,
                Optional.empty(),
                new SimpleMeterRegistry(),
                List.of(),
                new NodeId(UUID.randomUUID()),
                new SoftwareVersion("0.1.0"),
                Optional.empty(),
                PATIENCE,
                READERS,
                STATES_MAX,
                Rules::decide,
                CommitSteps.NONE);
    }

    public EventStoreSettings withClock(InstantSource clock) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withHeadKey(PrivateKey headKey) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                Optional.of(headKey),
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withMeters(MeterRegistry meters) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withProjections(List<Projection> projections) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withVersion(SoftwareVersion version) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withSchema(String schema) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                Optional.of(schema),
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withPatience(Duration patience) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withStatesMax(int statesMax) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withRules(Decider rules) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }

    public EventStoreSettings withSteps(CommitSteps steps) {
        return new EventStoreSettings(
                url,
                user,
                password,
                partition,
                clock,
                random,
                directory,
                headKey,
                meters,
                projections,
                node,
                version,
                schema,
                patience,
                readers,
                statesMax,
                rules,
                steps);
    }
}
