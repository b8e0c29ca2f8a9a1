package io.microwallet.api.page.receipt;

import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.api.page.session.Attempts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that receipts are verified with, for everybody. */
@RestController
final class KeySetCalls {
    static final int CALLS_OF_ONE_ADDRESS_MAX = 600;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final MediaType KEY_SET = new MediaType("application", "jwk-set+json");

    private final byte[] keys;
    private final Attempts calls;

    KeySetCalls(ReceiptKey key, InstantSource clock) {
        this.keys = key.keySet();
        // A whole pop-up may sit behind one address, but nobody needs more than one answer in five minutes.
        this.calls = new Attempts(CALLS_OF_ONE_ADDRESS_MAX, WINDOW, clock);
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<byte[]> keys(HttpServletRequest request) {
        var wait = calls.wait(request.getRemoteAddr());
        if (wait.isPositive()) {
            return ProblemWriter.entity(ProblemCode.TOO_MANY_REQUESTS
                    .problem("These keys may be kept for five minutes.")
                    .retryAfter((int) wait.toSeconds() + 1));
        }
        calls.made(request.getRemoteAddr());
        return ResponseEntity.ok()
                .contentType(KEY_SET)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .body(keys);
    }
}
