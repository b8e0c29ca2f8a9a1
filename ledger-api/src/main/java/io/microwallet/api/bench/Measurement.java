package io.microwallet.api.bench;

import io.microwallet.api.cli.output.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One scenario at one number in flight.
 *
 * @param eventBytes of one stored event, on average
 * @param eventsACommit on average
 * @param lagMax of the indexer, in events, while it was measured
 * @param lagAtEnd of the indexer, in events, when the last answer came
 */
record Measurement(
        Scenario scenario,
        int inFlight,
        ClosedLoop.Outcomes outcomes,
        double eventBytes,
        double eventsACommit,
        long lagMax,
        long lagAtEnd) {

    ObjectNode json(double singleCommits, boolean sound) {
        var json = Json.object();
        json.put("name", scenario.label()).put("inFlight", inFlight);
        json.put("perSecond", Math.round(outcomes.perSecond()));
        json.put("p50Ms", outcomes.millis(50)).put("p99Ms", outcomes.millis(99)).put("p999Ms", outcomes.millis(99.9));
        json.put("maxMs", outcomes.millis(100));
        json.put("successes", outcomes.latencies().getTotalCount()).put("failures", outcomes.failures());
        json.put("overSingleCommits", hundredths(outcomes.perSecond() / singleCommits));
        json.put("eventBytes", Math.round(eventBytes)).put("eventsPerCommit", Math.round(eventsACommit));
        json.put("maxIndexLag", lagMax).put("endIndexLag", lagAtEnd);
        return json.put("sound", sound);
    }

    private static double hundredths(double ratio) {
        return Math.round(ratio * 100) / 100.0;
    }
}
