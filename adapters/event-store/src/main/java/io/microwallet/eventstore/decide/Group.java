package io.microwallet.eventstore.decide;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.eventstore.axon.AppendGroup;
import io.microwallet.eventstore.codec.EventCodec;
import io.microwallet.eventstore.codec.JsonBuffer;
import io.microwallet.eventstore.decide.LedgerClock.Stamp;
import io.microwallet.eventstore.write.CommitPipeline;
import io.microwallet.eventstore.write.CommitPipeline.Start;
import io.microwallet.eventstore.write.StagedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls that are decided as one Axon command, and the events that they leave. */
final class Group implements AppendGroup {
    private final Start start;
    private final List<Call> calls;
    private final JsonBuffer json;
    private final List<StagedEvent> events = new ArrayList<>();
    private final List<Call> cold = new ArrayList<>();
    private final List<Call> broken = new ArrayList<>();
    private final Overlay overlay;
    private final EntityCache cache;
    private boolean queued;

    Group(Start start, List<Call> calls, JsonBuffer json, Overlay overlay, EntityCache cache) {
        this.start = start;
        this.calls = calls;
        this.json = json;
        this.overlay = overlay;
        this.cache = cache;
        json.truncate(0);
        overlay.clear();
    }

    @Override
    public Start start() {
        return start;
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> cold() {
        return cold;
    }

    /** A bug in the rules, or in what they read: this call alone fails. */
    void fail(Call call) {
        overlay.discard();
        broken.add(call);
        call.decided(new Outcome.Failed());
    }

    @Override
    public boolean wantsOwnRow() {
        return calls.getFirst().standsAlone();
    }

    /** What may not change between reading and appending. */
    Set<Tag> guarded() {
        var tags = new HashSet<Tag>();
        for (var call : calls) {
            tags.addAll(
                    Arrays.asList(call.tags).subList(0, call.boundary.guarded().size()));
        }
        return tags;
    }

    @Override
    public List<StagedEvent> events() {
        return events;
    }

    Overlay overlay() {
        return overlay;
    }

    /**
     * Serialises a decision wholly, before anything of it shows. What no longer fits into one row with the group's others is put
     * off to another group, and what fits into none leaves nothing. @throws RuntimeException for what cannot be stored
     */
    void stage(Call call, Stamp stamp, List<Event> decided) {
        var mark = json.length();
        try {
            var request = call.request;
            var header = new RequestHeader(
                    request.id(),
                    request.fingerprint(),
                    request.operation(),
                    request.answerVersion(),
                    request.tokenVersion(),
                    decided.size());
            var staged = serialised(header, call, stamp, decided);
            if (call.trial) {
                rehearsed(call, header, staged, mark);
                return;
            }
            if (!CommitPipeline.fitsOneRow(events.size() + staged.size(), json.length())) {
                putOff(call, mark);
                return;
            }
            var recorded = recorded(staged);
            overlay.stage(recorded);
            call.decided(new Outcome.Decided(header, recorded, false));
            overlay.keep();
            events.addAll(staged);
        } catch (TooLargeException _) {
            json.truncate(mark);
            call.decided(new Outcome.TooLarge());
        } catch (RuntimeException | Error e) {
            json.truncate(mark);
            throw e;
        }
    }

    /** Not even an empty row could hold it. */
    private static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super(null, null, false, false);
        }
    }

    /** It was serialised, so it can be stored: that is all that is wanted of it. */
    private void rehearsed(Call call, RequestHeader header, List<StagedEvent> staged, int mark) {
        var recorded = recorded(staged);
        json.truncate(mark);
        call.decided(new Outcome.Decided(header, recorded, false));
    }

    private static List<RecordedEvent> recorded(List<StagedEvent> staged) {
        if (staged.size() == 1) {
            return List.of(staged.getFirst().recorded());
        }
        return staged.stream().map(StagedEvent::recorded).toList();
    }

    private void putOff(Call call, int mark) {
        json.truncate(mark);
        cold.add(call);
    }

    private List<StagedEvent> serialised(RequestHeader header, Call call, Stamp stamp, List<Event> decided)
            throws TooLargeException {
        var mark = json.length();
        var staged = new ArrayList<StagedEvent>(decided.size());
        for (var event : decided) {
            var position = start.position() + events.size() + staged.size();
            var request = staged.isEmpty() ? Optional.of(header) : Optional.<RequestHeader>empty();
            var recorded = new RecordedEvent(position, stamp.at(), call.request.ledger(), request, event);
            var from = json.length();
            EventCodec.write(json, recorded);
            staged.add(new StagedEvent(recorded, stamp.machine(), json, from, json.length()));
            if (!CommitPipeline.fitsOneRow(staged.size(), json.length() - mark)) {
                throw new TooLargeException();
            }
        }
        return staged;
    }

    /** The events have their place: the next decision sees them. */
    @Override
    public void publish() {
        queued = true;
        for (var event : events) {
            cache.decided(event.recorded(), overlay::changed);
        }
    }

    boolean isQueued() {
        return queued;
    }

    /** What a decision threw over may be wrong itself: it is read from the log again. */
    void evictBroken() {
        broken.forEach(this::evict);
    }

    /** Forgets the states of everything that its commands named. */
    void evict() {
        calls.forEach(this::evict);
    }

    private void evict(Call call) {
        call.needed.forEach(id -> cache.evict(id.tag()));
    }
}
