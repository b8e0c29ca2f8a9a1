package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.EventCatalog.StoredName;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import java.util.Optional;

/**
 * An event as the first releases wrote it: {@code {"t":type,"v":version,"at":µs,"l":ledger,"r":request,"d":data}}, the request an
 * object, every name and id in full. Read for ever, written no more.
 */
final class SpelledOut {
    private static final byte[] TYPE = JsonBuffer.ascii("{\"t\":");
    private static final byte[] VERSION = JsonBuffer.ascii(",\"v\":");
    private static final byte[] AT = JsonBuffer.ascii(",\"at\":");
    private static final byte[] LEDGER = JsonBuffer.ascii(",\"l\":");
    private static final byte[] REQUEST = JsonBuffer.ascii(",\"r\":{\"client\":");
    private static final byte[] KEY = JsonBuffer.ascii(",\"key\":");
    private static final byte[] FINGERPRINT = JsonBuffer.ascii(",\"fp\":");
    private static final byte[] OPERATION = JsonBuffer.ascii(",\"op\":");
    private static final byte[] ANSWER_VERSION = JsonBuffer.ascii(",\"av\":");
    private static final byte[] TOKEN_VERSION = JsonBuffer.ascii(",\"tv\":");
    private static final byte[] EVENTS = JsonBuffer.ascii(",\"n\":");
    private static final byte[] DATA = JsonBuffer.ascii(",\"d\":");

    private SpelledOut() {}

    static RecordedEvent event(JsonCursor in, long position) {
        in.expect(TYPE);
        var name = in.text();
        in.expect(VERSION);
        var codec = StoredTypes.named(new StoredName(name, Math.toIntExact(in.number())), Form.SPELLED_OUT);
        in.expect(AT);
        var at = Micros.at(in.number());
        in.expect(LEDGER);
        var ledger = LedgerId.parse(in.text());
        var request = in.skip(REQUEST) ? Optional.of(header(in)) : Optional.<RequestHeader>empty();
        in.expect(DATA);
        var event = codec.read(in);
        in.expect('}');
        in.expectEnd();
        return new RecordedEvent(position, at, ledger, request, event);
    }

    private static RequestHeader header(JsonCursor in) {
        var client = ClientId.parse(in.text());
        in.expect(KEY);
        var key = in.hex();
        in.expect(FINGERPRINT);
        var print = in.hex();
        in.expect(OPERATION);
        var operation = Operation.valueOf(in.text());
        in.expect(ANSWER_VERSION);
        var answerVersion = Math.toIntExact(in.number());
        in.expect(TOKEN_VERSION);
        var tokenVersion = Math.toIntExact(in.number());
        in.expect(EVENTS);
        var events = Math.toIntExact(in.number());
        in.expect('}');
        var id = new RequestId(client, new IdempotencyKey(key));
        var fingerprint = new Fingerprint(print.getMostSignificantBits(), print.getLeastSignificantBits());
        return new RequestHeader(id, fingerprint, operation, answerVersion, tokenVersion, events);
    }
}
