package io.microwallet.core.chargeback;

import io.microwallet.core.chargeback.ChargebackEvent.DisputeContradicted;
import java.util.ArrayList;
import java.util.List;

/** What was told of a dispute and is not what is booked, oldest first: the last few, so that each is an exception once. */
public record Contradictions(List<DisputeContradicted> told) {
    static final int REMEMBERED_MAX = 16;
    static final Contradictions NONE = new Contradictions(List.of());

    public Contradictions {
        told = List.copyOf(told);
    }

    Contradictions and(DisputeContradicted event) {
        var all = new ArrayList<>(told);
        all.add(event);
        return new Contradictions(all.subList(Math.max(0, all.size() - REMEMBERED_MAX), all.size()));
    }

    boolean have(DisputeContradicted event) {
        return told.contains(event);
    }
}
