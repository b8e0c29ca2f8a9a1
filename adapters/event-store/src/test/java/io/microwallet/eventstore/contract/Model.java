package io.microwallet.eventstore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.books.AccountTotal;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.decision.States;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the store must be, by brute force: one list of events, and everything found by looking at all of it. */
final class Model {
    private final List<RecordedEvent> log = new ArrayList<>();
    private final Map<RequestId, Ask> asked = new HashMap<>();
    private final Map<RequestId, List<RecordedEvent>> acknowledged = new LinkedHashMap<>();
    private final Map<RequestId, Ask> inDoubt = new LinkedHashMap<>();
    /** Calls that were told that nothing was written. */
    private final Map<RequestId, Ask> undone = new LinkedHashMap<>();

    private final Set<RequestId> inLog = new HashSet<>();
    private long prelude = -1;

    /** What is in the log already was written by nobody's call. */
    void begin(List<RecordedEvent> durable) {
        log.addAll(durable);
        prelude = last();
    }

    long last() {
        return log.size() - 1L;
    }

    List<Ask> acknowledged() {
        return acknowledged.keySet().stream().map(asked::get).toList();
    }

    List<Ask> inDoubt() {
        return List.copyOf(inDoubt.values());
    }

    List<Ask> undone() {
        return List.copyOf(undone.values());
    }

    /** The newest position that anybody was told. */
    long newestTold() {
        return acknowledged.values().stream()
                .mapToLong(events -> events.getLast().position())
                .max()
                .orElse(prelude);
    }

    void sent(Ask ask) {
        asked.put(ask.id(), ask);
        undone.remove(ask.id());
    }

    /** A first answer, or the same answer again. */
    void told(Ask ask, Outcome outcome) {
        switch (outcome) {
            case Outcome.Decided decided -> decided(ask, decided);
            case Outcome.Unknown _ -> inDoubt.put(ask.id(), ask);
            case Outcome.Unavailable _, Outcome.Absent _, Outcome.AlreadyKnown _ -> leftNothing(ask);
            case Outcome.KeyReused _, Outcome.TooLarge _, Outcome.Failed _ ->
                throw new AssertionError(outcome + " to " + ask);
        }
    }

    private void decided(Ask ask, Outcome.Decided decided) {
        assertThat(decided.request().id()).isEqualTo(ask.id());
        assertThat(decided.request().fingerprint()).isEqualTo(ask.fingerprint());
        var before = acknowledged.putIfAbsent(ask.id(), decided.events());
        if (before != null) {
            assertThat(decided.events()).isEqualTo(before);
        }
        inDoubt.remove(ask.id());
        undone.remove(ask.id());
    }

    // A second sending that the deadline or the database cut short says nothing of what the first one left.
    private void leftNothing(Ask ask) {
        if (!inDoubt.containsKey(ask.id()) && !acknowledged.containsKey(ask.id())) {
            undone.put(ask.id(), ask);
        }
    }

    /** Takes the log as it is in the database now: it has only grown, and by what the rules say of what was asked. */
    void grow(List<RecordedEvent> durable) {
        assertThat(durable.size()).isGreaterThanOrEqualTo(log.size());
        assertThat(durable.subList(0, log.size())).isEqualTo(log);
        for (var i = log.size(); i < durable.size(); i++) {
            assertThat(durable.get(i).position()).isEqualTo(i);
        }
        var next = log.size();
        while (next < durable.size()) {
            var first = durable.get(next);
            var count = first.request().map(header -> header.events()).orElse(1);
            check(first, durable.subList(next, next + count));
            log.addAll(durable.subList(next, next + count));
            next += count;
        }
        assertThat(inLog).containsAll(acknowledged.keySet());
        assertThat(undone.keySet()).as("told that nothing was written").noneMatch(inLog::contains);
    }

    private void check(RecordedEvent first, List<RecordedEvent> decided) {
        if (first.request().isEmpty()) {
            assertThat(first.event()).isInstanceOf(WriterOpened.class);
            return;
        }
        var id = first.request().get().id();
        assertThat(inLog.add(id)).as("decided once: %s", id).isTrue();
        var ask = asked.get(id);
        assertThat(ask).as("somebody asked for %s", first).isNotNull();
        assertThat(decided.stream().map(RecordedEvent::event).toList()).isEqualTo(ruled(ask, first));
        var told = acknowledged.get(id);
        if (told == null) {
            // Told to nobody yet: its client will ask again.
            inDoubt.put(id, ask);
        } else {
            assertThat(told).isEqualTo(decided);
        }
    }

    /** What the rules say of the call on top of everything before it. */
    private List<Event> ruled(Ask ask, RecordedEvent first) {
        var decision = Rules.decide(states(), ask.command(), first.at());
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.events();
            case Decision.Refused refused ->
                List.of(new RequestRefused(new RefusalCode(refused.refusal().name())));
            case Decision.Absent _, Decision.AlreadyKnown _ -> throw new AssertionError(decision + " is in the log");
        };
    }

    private States states() {
        return new States() {
            @Override
            public <S extends Entity> S of(EntityId<S> id) {
                return state(id);
            }
        };
    }

    @SuppressWarnings("unchecked")
    <S extends Entity> S state(EntityId<S> id) {
        Entity state = id.unborn();
        for (var event : tagged(id.tag())) {
            state = state.evolve(event.event(), event.at());
        }
        return (S) state;
    }

    List<RecordedEvent> tagged(Tag tag) {
        return log.stream().filter(event -> event.event().tags().contains(tag)).toList();
    }

    List<RecordedEvent> of(LedgerId ledger) {
        return log.stream().filter(event -> event.ledger().equals(ledger)).toList();
    }

    RecordedEvent at(long position) {
        return log.get((int) position);
    }

    List<AccountTotal> totals(LedgerId ledger) {
        var totals = new HashMap<String, AccountTotal>();
        for (var event : of(ledger)) {
            event.event()
                    .entry()
                    .ifPresent(entry -> entry.postings().forEach(posting -> {
                        var total = total(posting);
                        totals.merge(total.controlAccount() + total.currency(), total, Model::sum);
                    }));
        }
        return totals.values().stream()
                .sorted(Comparator.comparing(AccountTotal::controlAccount)
                        .thenComparing(total -> total.currency().code()))
                .toList();
    }

    private static AccountTotal total(Posting posting) {
        var amount = posting.money().amount();
        Currency currency = posting.money().currency();
        return posting.side() == Side.DEBIT
                ? new AccountTotal(posting.account().control(), currency, amount, 0)
                : new AccountTotal(posting.account().control(), currency, 0, amount);
    }

    private static AccountTotal sum(AccountTotal a, AccountTotal b) {
        return new AccountTotal(a.controlAccount(), a.currency(), a.debits() + b.debits(), a.credits() + b.credits());
    }
}
