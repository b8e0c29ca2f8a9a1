package io.microwallet.api.server;

import io.microwallet.eventstore.EventStoreSettings;

/** Another way to open the log than the usual one: a test's own rules, or its breaks between two steps. No setting reaches it. */
@FunctionalInterface
public interface StoreTuning {
    StoreTuning NONE = usual -> usual;

    EventStoreSettings tuned(EventStoreSettings usual);
}
