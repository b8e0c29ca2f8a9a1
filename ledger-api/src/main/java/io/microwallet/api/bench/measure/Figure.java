package io.microwallet.api.bench.measure;

import tools.jackson.databind.node.ObjectNode;

/**
 * One figure of one scenario.
 *
 * @param variant what tells it from the scenario's others, besides the numbers here; empty if nothing does
 * @param maxIndexLag the most events that were durable and not indexed
 * @param details what else is known, by the names that the result has
 */
public record Figure(
        String name, String variant, int inFlight, boolean sustained, Rate rate, long maxIndexLag, ObjectNode details) {

    /** Whether nothing failed that was sent, or failing is the point. */
    public boolean isClean() {
        return rate.failures() == 0 || details.path("statuses").isObject();
    }
}
