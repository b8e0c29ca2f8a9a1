package io.microwallet.api.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands on the wire, as far as a signature can cover it.
 *
 * @param authority the Host field, lower case, without a default port
 * @param path raw and undecoded; {@code /} when the target has none
 * @param query raw, with its question mark; {@code ?} when the target has none
 * @param fields header fields by lower-case name, one value for each time a field was sent
 */
public record SignedCall(String method, String authority, String path, String query, Map<String, List<String>> fields) {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    public SignedCall {
        fields = Map.copyOf(fields);
    }

    /**
     * @param path raw, as {@code HttpServletRequest.getRequestURI()} and {@code URI.getRawPath()} give it
     * @param query raw and without the question mark; null when the target has none
     */
    public static SignedCall of(
            String method, String host, String path, @Nullable String query, Map<String, List<String>> fields) {
        return new SignedCall(
                method,
                normalised(host),
                path.isEmpty() ? "/" : path,
                query == null ? "?" : '?' + query,
                byLowerCaseName(fields));
    }

    /** The form that RFC 9421 section 2.2.3 signs: lower case, default port left out. */
    public static String normalised(String authority) {
        var lower = authority.strip().toLowerCase(Locale.ROOT);
        return lower.replaceFirst(":(80|443)$", "");
    }

    /** GET and HEAD change nothing: less is covered, and the window is shorter. */
    public boolean reads() {
        return READS.contains(method);
    }

    /** Whether a body follows, as RFC 9112 section 6 has it: announced by one of two fields. */
    public boolean hasBody() {
        return fields.containsKey("transfer-encoding")
                || values("content-length").stream().anyMatch(length -> !length.equals("0"));
    }

    /** What a signature of this call must cover, at least. */
    List<String> mustCover() {
        var components = new ArrayList<>(List.of("@method", "@authority", "@path", "@query"));
        if (!reads()) {
            components.add(ContentDigest.FIELD);
            components.add("idempotency-key");
            if (hasBody()) {
                components.add("content-type");
            }
        }
        return components;
    }

    /** Every value that was sent under this lower-case name, without the white space round it. */
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The value of a field that was sent; the first, should it have been sent twice. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    private static Map<String, List<String>> byLowerCaseName(Map<String, List<String>> fields) {
        var all = new TreeMap<String, List<String>>();
        fields.forEach((name, values) -> all.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .addAll(values.stream().map(String::strip).toList()));
        all.replaceAll((_, values) -> List.copyOf(values));
        return all;
    }
}
