package io.microwallet.api.signature;

import static io.microwallet.api.signature.SignatureRejection.COMPONENT_UNSUPPORTED;
import static io.microwallet.api.signature.SignatureRejection.DIGEST_MISSING;
import static io.microwallet.api.signature.SignatureRejection.DUPLICATE_FIELD;
import static io.microwallet.api.signature.SignatureRejection.FIELD_MALFORMED;
import static io.microwallet.api.signature.SignatureRejection.FIELD_MISSING;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text that is signed: one line a covered component, then the parameters (RFC 9421 section 2.5). */
record SignatureBase(String text) {

    /**
     * @param parameters the inner list of the components with its parameters, as it stands in Signature-Input
     */
    static SignatureBase of(SignedCall call, List<String> components, String parameters) {
        var base = new StringBuilder();
        for (var component : components) {
            line(base, component, value(call, component)).append('\n');
        }
        return new SignatureBase(line(base, "@signature-params", parameters).toString());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static StringBuilder line(StringBuilder base, String component, String value) {
        // A line feed in a value would let a caller write further lines of the base.
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new RejectedException(
                    FIELD_MALFORMED, "The value of " + component + " is not printable ASCII on one line.");
        }
        return base.append('"').append(component).append("\": ").append(value);
    }

    private static String value(SignedCall call, String component) {
        return switch (component) {
            case "@method" -> call.method();
            case "@authority" -> call.authority();
            case "@path" -> call.path();
            case "@query" -> call.query();
            default -> field(call, component);
        };
    }

    private static String field(SignedCall call, String name) {
        if (name.startsWith("@")) {
            throw new RejectedException(
                    COMPONENT_UNSUPPORTED, "Cover @method, @authority, @path and @query, but not " + name + ".");
        }
        var values = call.values(name);
        if (values.isEmpty()) {
            throw new RejectedException(
                    name.equals(ContentDigest.FIELD) ? DIGEST_MISSING : FIELD_MISSING,
                    "The signature covers " + name + ", which the request does not have.");
        }
        if (values.size() > 1) {
            throw new RejectedException(DUPLICATE_FIELD, "The field " + name + " was sent more than once.");
        }
        return values.getFirst();
    }
}
