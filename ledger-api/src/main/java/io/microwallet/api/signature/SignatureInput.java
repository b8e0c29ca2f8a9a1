package io.microwallet.api.signature;

import static io.microwallet.api.signature.SignatureRejection.PARAMETER_MALFORMED;
import static io.microwallet.api.signature.SignatureRejection.SIGNATURE_MALFORMED;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.StringItem;

/** One member of Signature-Input: which components are covered, in which order, under which parameters. */
record SignatureInput(String label, InnerList list) {
    /** Marks the signature that is meant for this service, beside those of proxies. */
    static final String TAG = "microwallet-v1";

    /** 9999-12-31T23:59:59Z. */
    private static final long EPOCH_SECOND_MAX = 253_402_300_799L;

    /** Every signature that a Signature-Input field announces. */
    static List<SignatureInput> parse(String field) {
        return dictionary(field).get().entrySet().stream()
                .map(member ->
                        new SignatureInput(member.getKey(), as(InnerList.class, member.getValue(), "Signature-Input")))
                .toList();
    }

    /** The signature bytes by label. */
    static Map<String, byte[]> signatures(String field) {
        var bytes = new LinkedHashMap<String, byte[]>();
        dictionary(field)
                .get()
                .forEach((label, item) -> bytes.put(
                        label,
                        bytes(as(ByteSequenceItem.class, item, "Signature").get())));
        return bytes;
    }

    List<Item<?>> components() {
        return list.get();
    }

    List<String> names() {
        return components().stream()
                .map(item -> as(StringItem.class, item, "Signature-Input").get())
                .toList();
    }

    Optional<String> text(String parameter) {
        return Optional.ofNullable(list.getParams().get(parameter))
                .map(item -> typed(StringItem.class, item, parameter).get());
    }

    Optional<Instant> time(String parameter) {
        return Optional.ofNullable(list.getParams().get(parameter))
                .map(item -> typed(IntegerItem.class, item, parameter).getAsLong())
                .map(second -> instant(second, parameter));
    }

    /** The value of {@code @signature-params}: serialised anew, as RFC 9421 section 2.3 asks. */
    String parameters() {
        return list.serialize();
    }

    private static Instant instant(long second, String parameter) {
        if (second < 0 || second > EPOCH_SECOND_MAX) {
            throw new RejectedException(PARAMETER_MALFORMED, "The parameter " + parameter + " is not a time of ours.");
        }
        return Instant.ofEpochSecond(second);
    }

    private static Dictionary dictionary(String field) {
        try {
            return Parser.parseDictionary(field);
        } catch (ParseException e) {
            throw new RejectedException(
                    SIGNATURE_MALFORMED, "Not a dictionary of RFC 8941: at character " + e.getPosition() + ".");
        }
    }

    private static <T> T as(Class<T> type, Object value, String field) {
        if (!type.isInstance(value)) {
            throw new RejectedException(
                    SIGNATURE_MALFORMED, "A member of " + field + " has not the type that RFC 9421 gives it.");
        }
        return type.cast(value);
    }

    private static <T> T typed(Class<T> type, Object value, String parameter) {
        if (!type.isInstance(value)) {
            throw new RejectedException(
                    PARAMETER_MALFORMED, "The parameter " + parameter + " has not the type that RFC 9421 gives it.");
        }
        return type.cast(value);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
