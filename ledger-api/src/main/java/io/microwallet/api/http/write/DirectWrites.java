package io.microwallet.api.http.write;

import io.microwallet.api.http.call.BufferedRequest;
import io.microwallet.api.http.call.ClientRates;
import io.microwallet.api.http.call.RouteGuard;
import io.microwallet.api.http.call.WriteCall;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The short way of a plain write: from the door to the controller's method and back, as an item of a batch goes, without what
 * Spring does for calls of every kind. A call that has anything for Spring to look at, a query, another media type, goes the long way; both
 * ways give the same answers.
 */
public final class DirectWrites extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> ANY_JSON = Set.of("*/*", "application/*", MediaType.APPLICATION_JSON_VALUE);

    private final transient WriteRoutes routes;
    private final transient Writes writes;
    private final transient ClientRates rates;
    private final transient HandlerExceptionResolver problems;

    public DirectWrites(WriteRoutes routes, Writes writes, ClientRates rates, HandlerExceptionResolver problems) {
        this.routes = routes;
        this.writes = writes;
        this.rates = rates;
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var declared = request instanceof BufferedRequest buffered && isPlain(request)
                ? routes.direct(WriteCall.of(request), request.getRequestURI(), buffered.body())
                : Optional.<WriteRoutes.Declared>empty();
        if (declared.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            WriteReturns.send(perform(WriteCall.of(request), declared.get()), response);
        } catch (RuntimeException e) {
            if (problems.resolveException(request, response, null, e) == null) {
                throw e;
            }
        }
    }

    private ResponseEntity<byte[]> perform(WriteCall call, WriteRoutes.Declared declared) {
        RouteGuard.checkScope(call.caller(), declared.method());
        rates.take(call.caller().client());
        return writes.perform(call, declared.write().get());
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getQueryString() == null
                // Not a path that the server understood otherwise than it was signed.
                && request.getRequestURI().equals(request.getServletPath())
                && isJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean isJson(@Nullable String accept) {
        return accept == null || ANY_JSON.contains(accept);
    }
}
