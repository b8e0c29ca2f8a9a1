package io.microwallet.api.http.call;

import io.microwallet.api.http.problem.ApiProblems;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.api.signature.SignatureVerifier;
import io.microwallet.api.signature.SignedCall;
import io.microwallet.api.signature.Verification;
import io.microwallet.core.request.RequestId;
import io.microwallet.vault.IdempotencyKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The one door of /v1: shape, then signature, then body; behind it every call has a {@link Caller}. */
public final class SignedCallFilter extends OncePerRequestFilter {

    /** From the door to the answer of a write. */
    public static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

    /** Calls in work at once, each with a body in memory at most; beyond them everybody is asked to come again. */
    private static final int CALLS_AT_ONCE_MAX = 8_192;

    /** The same for calls whose bodies are large. */
    private static final int LARGE_CALLS_AT_ONCE_MAX = 64;

    private static final String PREFIX = "/v1";

    /** Signed by processors, not by clients; the servlet path of everything below it, and of nothing that only begins like it. */
    private static final String WEBHOOKS = "/v1/webhooks";

    private final SignatureVerifier verifier;
    private final ClientKeys keys;
    private final IdempotencyKeys idempotencyKeys;
    private final InstantSource clock;
    private final HandlerExceptionResolver problems;
    private final CallMeters meters;
    private final Semaphore places = new Semaphore(CALLS_AT_ONCE_MAX);
    private final Semaphore largePlaces = new Semaphore(LARGE_CALLS_AT_ONCE_MAX);

    public SignedCallFilter(
            SignatureVerifier verifier,
            ClientKeys keys,
            IdempotencyKeys idempotencyKeys,
            InstantSource clock,
            HandlerExceptionResolver problems,
            CallMeters meters) {
        this.verifier = verifier;
        this.keys = keys;
        this.idempotencyKeys = idempotencyKeys;
        this.clock = clock;
        this.problems = problems;
        this.meters = meters;
    }

    /** By the decoded and normalised path, so that no spelling of it goes past the door. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !(path.equals(PREFIX) || path.startsWith(PREFIX + '/')) || path.equals(WEBHOOKS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = System.nanoTime();
        try {
            admit(request, response, chain);
        } finally {
            meters.answered(request.getMethod(), response.getStatus(), begun);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var mine = RequestShape.isLarge(request) ? largePlaces : places;
        if (!mine.tryAcquire()) {
            ProblemWriter.write(ApiProblems.unavailable(), response);
            return;
        }
        try {
            answer(request, response, chain);
        } finally {
            mine.release();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest believed;
        try {
            believed = believed(request);
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(believed, response);
    }

    private BufferedRequest believed(HttpServletRequest request) throws IOException {
        var deadline = clock.instant().plus(WRITE_DEADLINE);
        RequestShape.check(request);
        var call = SignedCall.of(
                request.getMethod(),
                Optional.ofNullable(request.getHeader(HttpHeaders.HOST)).orElse(""),
                request.getRequestURI(),
                request.getQueryString(),
                headers(request));
        var caller = caller(call);
        var body = RequestShape.body(request);
        verifier.checkBody(call, body).ifPresent(rejected -> {
            throw SignatureProblems.exception(rejected, caller.ledgerMode());
        });
        request.setAttribute(CallAttributes.CALLER, caller);
        if (!call.reads()) {
            var key = call.value("idempotency-key").orElseThrow();
            var fingerprint =
                    Fingerprints.of(request.getMethod(), request.getRequestURI(), request.getQueryString(), body);
            var id = new RequestId(caller.client(), idempotencyKeys.of(caller.client(), key));
            request.setAttribute(CallAttributes.WRITE, new WriteCall(caller, id, fingerprint, deadline));
        } else if (body.length > 0) {
            throw ProblemCode.MALFORMED_REQUEST.exception("A read has no body.");
        }
        return new BufferedRequest(request, body);
    }

    private Caller caller(SignedCall call) {
        return switch (verifier.verify(call, keys::find)) {
            case Verification.Verified verified -> keys.caller(verified.key());
            case Verification.Rejected rejected ->
                throw SignatureProblems.exception(rejected, keys.modeOf(rejected.key()));
        };
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new TreeMap<String, List<String>>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return headers;
    }
}
