package io.microwallet.core.job;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import java.util.UUID;

/** Names one job: an order that takes many decisions. */
public record JobId(UUID value) implements EntityId<Job> {
    public static final String PREFIX = "jo";

    /** Under it stand the orders and the ends of all jobs, so that nobody has to remember which are left; no job has this id. */
    public static final Tag ALL = new Tag(Tag.Kind.JOB, new UUID(0, 0));

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code jo_} and 26 digits */
    public static JobId parse(String text) {
        return new JobId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.JOB, value);
    }

    @Override
    public Job unborn() {
        return new Job.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
