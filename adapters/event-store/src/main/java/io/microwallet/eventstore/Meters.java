package io.microwallet.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What operators watch, taken from the store's health when they look; gone when the store closes. */
final class Meters {
    private final MeterRegistry registry;
    private final List<Gauge> gauges = new ArrayList<>();

    Meters(MeterRegistry registry, EventStore store) {
        this.registry = registry;
        gauge(
                "microwallet.log.position",
                "Last durable position",
                store,
                s -> s.health().position());
        gauge(
                "microwallet.index.lag",
                "Durable events that are not indexed yet",
                store,
                s -> s.health().indexLag());
        gauge(
                "microwallet.projection.lag",
                "Durable events that the slowest projection lacks",
                store,
                s -> s.projections().lag());
        gauge(
                "microwallet.queue.size",
                "Commands that wait to be decided",
                store,
                s -> s.health().queued());
        gauge(
                "microwallet.store.green",
                "1 while the store serves and nothing is wrong",
                store,
                s -> s.health().isGreen() ? 1 : 0);
    }

    private void gauge(String name, String what, EventStore store, ToDoubleFunction<EventStore> value) {
        gauges.add(Gauge.builder(name, store, value).description(what).register(registry));
    }

    void close() {
        gauges.forEach(registry::remove);
    }
}
