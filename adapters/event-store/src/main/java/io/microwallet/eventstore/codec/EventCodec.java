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
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored form of an event: {@code {"t":type,"v":version,"at":µs,"l":ledger,"r":request,"d":data}}, canonical JSON, so that
 * one event has exactly one text and any other text is refused.
 */
public final class EventCodec {
    private static final byte[] TYPE = ascii("{\"t\":");
    private static final byte[] VERSION = ascii(",\"v\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] LEDGER = ascii(",\"l\":");
    private static final byte[] REQUEST = ascii(",\"r\":{\"client\":");
    private static final byte[] KEY = ascii(",\"key\":");
    private static final byte[] FINGERPRINT = ascii(",\"fp\":");
    private static final byte[] OPERATION = ascii(",\"op\":");
    private static final byte[] ANSWER_VERSION = ascii(",\"av\":");
    private static final byte[] TOKEN_VERSION = ascii(",\"tv\":");
    private static final byte[] EVENTS = ascii(",\"n\":");
    private static final byte[] DATA = ascii(",\"d\":");
    private static final int HALF = 16;

    private EventCodec() {}

    /** Appends the event's JSON. @throws IllegalArgumentException for what cannot be stored; then the buffer's end is undefined */
    public static void write(JsonBuffer out, RecordedEvent recorded) {
        var stored = StoredTypes.of(recorded.event());
        out.raw(TYPE);
        out.text(stored.name().name());
        out.raw(VERSION);
        out.number(stored.name().version());
        out.raw(AT);
        out.number(Micros.of(recorded.at()));
        out.raw(LEDGER);
        out.identifier(LedgerId.PREFIX, recorded.ledger().value());
        if (recorded.request().isPresent()) {
            write(out, recorded.request().get());
        }
        out.raw(DATA);
        stored.codec().write(out, recorded.event());
        out.raw('}');
    }

    private static void write(JsonBuffer out, RequestHeader header) {
        out.raw(REQUEST);
        out.identifier(ClientId.PREFIX, header.id().client().value());
        out.raw(KEY);
        var key = header.id().key().value();
        out.hex(key.getMostSignificantBits(), key.getLeastSignificantBits());
        out.raw(FINGERPRINT);
        out.hex(header.fingerprint().high(), header.fingerprint().low());
        out.raw(OPERATION);
        out.text(header.operation().name());
        out.raw(ANSWER_VERSION);
        out.number(header.answerVersion());
        out.raw(TOKEN_VERSION);
        out.number(header.tokenVersion());
        out.raw(EVENTS);
        out.number(header.events());
        out.raw('}');
    }

    /** Reads the event that stands from one byte to another. @throws IllegalArgumentException unless it is exactly one */
    public static RecordedEvent read(byte[] bytes, int from, int to, long position) {
        try {
            return event(new JsonCursor(bytes, from, to), position);
        } catch (ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("a value out of bounds", e);
        }
    }

    private static RecordedEvent event(JsonCursor in, long position) {
        in.expect(TYPE);
        var name = in.text();
        in.expect(VERSION);
        var stored = StoredTypes.named(new StoredName(name, Math.toIntExact(in.number())));
        in.expect(AT);
        var at = Micros.at(in.number());
        in.expect(LEDGER);
        var ledger = LedgerId.parse(in.text());
        var request = in.skip(REQUEST) ? Optional.of(header(in)) : Optional.<RequestHeader>empty();
        in.expect(DATA);
        var event = stored.read(in);
        in.expect('}');
        in.expectEnd();
        return new RecordedEvent(position, at, ledger, request, event);
    }

    private static RequestHeader header(JsonCursor in) {
        var client = ClientId.parse(in.text());
        in.expect(KEY);
        var key = in.text();
        in.expect(FINGERPRINT);
        var fingerprint = in.text();
        in.expect(OPERATION);
        var operation = Operation.valueOf(in.text());
        in.expect(ANSWER_VERSION);
        var answerVersion = Math.toIntExact(in.number());
        in.expect(TOKEN_VERSION);
        var tokenVersion = Math.toIntExact(in.number());
        in.expect(EVENTS);
        var events = Math.toIntExact(in.number());
        in.expect('}');
        var id = new RequestId(client, new IdempotencyKey(new UUID(hex(key, 0), hex(key, HALF))));
        var print = new Fingerprint(hex(fingerprint, 0), hex(fingerprint, HALF));
        return new RequestHeader(id, print, operation, answerVersion, tokenVersion, events);
    }

    private static long hex(String text, int from) {
        if (text.length() != 2 * HALF) {
            throw new IllegalArgumentException("not 32 hex digits");
        }
        long value = 0;
        for (var i = from; i < from + HALF; i++) {
            var digit = "0123456789abcdef".indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not 32 hex digits");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
