package io.microwallet.api.http.call;

import io.microwallet.api.http.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every call must look like before anyone asks who sent it: its path, its headers, and how long its body is. */
final class RequestShape {
    static final int BODY_BYTES_MAX = 64 * 1024;

    /** Of calls that bring many items at once. */
    static final int LARGE_BODY_BYTES_MAX = 1024 * 1024;

    private static final Set<String> LARGE = Set.of("/v1/batches", "/v1/holds/capture");

    private static final Pattern PATH = Pattern.compile("/v1(?:/[A-Za-z0-9._~-]+)+");
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[!-~]{1,128}");
    private static final Pattern JSON =
            Pattern.compile("application/json(?:\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

    private RequestShape() {}

    static void check(HttpServletRequest request) {
        if (!PATH.matcher(request.getRequestURI()).matches()) {
            throw ProblemCode.ROUTE_NOT_FOUND.exception("There is nothing at this path.");
        }
        checkIdempotencyKey(request);
        checkBody(request);
    }

    /** An absent key is the verifier's business: a write's signature must cover it. */
    private static void checkIdempotencyKey(HttpServletRequest request) {
        for (var key : Collections.list(request.getHeaders("Idempotency-Key"))) {
            if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
                throw ProblemCode.IDEMPOTENCY_KEY_INVALID.exception(
                        "Send 1 to 128 visible ASCII characters; a UUIDv7 is best.");
            }
        }
    }

    private static void checkBody(HttpServletRequest request) {
        if (request.getContentLengthLong() > bytesMax(request)) {
            throw tooLarge(request);
        }
        var hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (hasBody && !isJson(request.getContentType())) {
            throw ProblemCode.MEDIA_TYPE_UNSUPPORTED.exception("Send application/json, in UTF-8.");
        }
        if (request.getHeader("Content-Encoding") != null) {
            throw ProblemCode.MEDIA_TYPE_UNSUPPORTED.exception("Send the body without a Content-Encoding.");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && JSON.matcher(contentType.strip()).matches();
    }

    /** The whole body; a 413 beyond what its path takes, of which no more is read. */
    static byte[] body(HttpServletRequest request) throws IOException {
        var announced = request.getContentLength();
        if (announced >= 0) {
            // No more than that comes from the server's stream, and it was looked at before.
            return request.getInputStream().readNBytes(announced);
        }
        var body = request.getInputStream().readNBytes(bytesMax(request) + 1);
        if (body.length > bytesMax(request)) {
            throw tooLarge(request);
        }
        return body;
    }

    /** Whether a path takes bodies that are too large for many of them to be in memory at once. */
    static boolean isLarge(HttpServletRequest request) {
        return LARGE.contains(request.getRequestURI());
    }

    private static int bytesMax(HttpServletRequest request) {
        return isLarge(request) ? LARGE_BODY_BYTES_MAX : BODY_BYTES_MAX;
    }

    private static RuntimeException tooLarge(HttpServletRequest request) {
        return ProblemCode.BODY_TOO_LARGE.exception("A body of this path has at most " + bytesMax(request) + " bytes.");
    }
}
