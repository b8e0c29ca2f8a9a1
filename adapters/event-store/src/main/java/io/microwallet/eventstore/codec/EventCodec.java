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
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of an event, canonical JSON, so that one event has exactly one text and any other text is refused:
 * {@code {"f":2,"t":type,"v":version,"at":µs,"l":ledger,"r":request,"d":data}}. The request is {@code [client, key, fingerprint,
 * operation, answer version, token version, events]}. What the first releases wrote begins with {@code "t"}: {@link SpelledOut}.
 */
public final class EventCodec {
    private static final byte[] FORM = JsonBuffer.ascii("{\"f\":2,\"t\":");
    private static final byte[] VERSION = JsonBuffer.ascii(",\"v\":");
    private static final byte[] AT = JsonBuffer.ascii(",\"at\":");
    private static final byte[] LEDGER = JsonBuffer.ascii(",\"l\":");
    private static final byte[] REQUEST = JsonBuffer.ascii(",\"r\":[");
    private static final byte[] DATA = JsonBuffer.ascii(",\"d\":");

    private static final IdentifierCodec LEDGERS = new IdentifierCodec(LedgerId.class);
    private static final IdentifierCodec CLIENTS = new IdentifierCodec(ClientId.class);
    private static final EnumCodec OPERATIONS = new EnumCodec(Operation.class);

    private EventCodec() {}

    /** What every event of a kind begins with. */
    static byte[] envelope(StoredName name) {
        var out = new JsonBuffer(64);
        out.raw(FORM);
        out.text(name.name());
        out.raw(VERSION);
        out.number(name.version());
        out.raw(AT);
        return Arrays.copyOf(out.array(), out.length());
    }

    /** Appends the event's JSON. @throws IllegalArgumentException for what cannot be stored; then the buffer's end is undefined */
    public static void write(JsonBuffer out, RecordedEvent recorded) {
        var stored = StoredTypes.of(recorded.event());
        var header = recorded.request().orElse(null);
        out.raw(stored.envelope());
        out.number(Micros.of(recorded.at()));
        out.raw(LEDGER);
        LEDGERS.write(out, recorded.ledger());
        if (header != null) {
            write(out, header);
        }
        out.raw(DATA);
        begin(out.mentioned(), recorded.ledger(), header);
        stored.codec().write(out, recorded.event());
        out.raw('}');
    }

    private static void begin(Mentioned mentioned, LedgerId ledger, @Nullable RequestHeader header) {
        mentioned.begin(ledger, header == null ? null : header.id().client());
    }

    private static void write(JsonBuffer out, RequestHeader header) {
        out.raw(REQUEST);
        CLIENTS.write(out, header.id().client());
        out.raw(',');
        var key = header.id().key().value();
        out.hex(key.getMostSignificantBits(), key.getLeastSignificantBits());
        out.raw(',');
        out.hex(header.fingerprint().high(), header.fingerprint().low());
        out.raw(',');
        OPERATIONS.write(out, header.operation());
        out.raw(',');
        out.number(header.answerVersion());
        out.raw(',');
        out.number(header.tokenVersion());
        out.raw(',');
        out.number(header.events());
        out.raw(']');
    }

    /** Reads the event that stands from one byte to another. @throws IllegalArgumentException unless it is exactly one */
    public static RecordedEvent read(byte[] bytes, int from, int to, long position) {
        try {
            var in = new JsonCursor(bytes, from, to);
            return in.skip(FORM) ? event(in, position) : SpelledOut.event(in, position);
        } catch (ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("a value out of bounds", e);
        }
    }

    private static RecordedEvent event(JsonCursor in, long position) {
        var name = in.text();
        in.expect(VERSION);
        var codec = StoredTypes.named(new StoredName(name, Math.toIntExact(in.number())), Form.SHORT);
        in.expect(AT);
        var at = Micros.at(in.number());
        in.expect(LEDGER);
        var ledger = (LedgerId) LEDGERS.read(in);
        var header = in.skip(REQUEST) ? header(in) : null;
        in.expect(DATA);
        begin(in.mentioned(), ledger, header);
        var event = codec.read(in);
        in.expect('}');
        in.expectEnd();
        return new RecordedEvent(position, at, ledger, Optional.ofNullable(header), event);
    }

    private static RequestHeader header(JsonCursor in) {
        var client = (ClientId) CLIENTS.read(in);
        in.expect(',');
        var key = in.hex();
        in.expect(',');
        var print = in.hex();
        in.expect(',');
        var operation = (Operation) OPERATIONS.read(in);
        in.expect(',');
        var answerVersion = Math.toIntExact(in.number());
        in.expect(',');
        var tokenVersion = Math.toIntExact(in.number());
        in.expect(',');
        var events = Math.toIntExact(in.number());
        in.expect(']');
        return new RequestHeader(
                new RequestId(client, new IdempotencyKey(key)),
                new Fingerprint(print.getMostSignificantBits(), print.getLeastSignificantBits()),
                operation,
                answerVersion,
                tokenVersion,
                events);
    }
}
