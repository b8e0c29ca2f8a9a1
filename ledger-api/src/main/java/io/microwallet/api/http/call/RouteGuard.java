package io.microwallet.api.http.call;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.problem.ProblemCode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** What a route declares, held against each call: scopes, then the client's rate, then query and body. */
public final class RouteGuard implements HandlerInterceptor {
    private final ClientRates rates;
    private final Function<HandlerMethod, Set<String>> impliedParameters;
    private final ConcurrentHashMap<HandlerMethod, Set<String>> parameters = new ConcurrentHashMap<>();

    /** @param impliedParameters what the query of a route may have besides what its method asks for */
    public RouteGuard(ClientRates rates, Function<HandlerMethod, Set<String>> impliedParameters) {
        this.rates = rates;
        this.impliedParameters = impliedParameters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST && handler instanceof HandlerMethod method) {
            var caller = (Caller) request.getAttribute(CallAttributes.CALLER);
            checkScope(caller, method);
            rates.take(caller.client());
            checkParameters(request, method);
            checkBody(request, method);
        }
        return true;
    }

    /** A 403 for a caller that has none of the scopes of a route. */
    public static void checkScope(Caller caller, HandlerMethod method) {
        var allowed = Optional.ofNullable(method.getMethodAnnotation(Allowed.class))
                .orElseThrow(() -> new IllegalStateException("a route without scopes: " + method));
        if (Arrays.stream(allowed.value()).noneMatch(caller::has)) {
            throw ProblemCode.SCOPE_MISSING.exception("This call needs the scope "
                    + Arrays.stream(allowed.value()).map(JsonNames::of).collect(Collectors.joining(" or "))
                    + '.');
        }
    }

    private void checkParameters(HttpServletRequest request, HandlerMethod method) {
        var known = parameters.computeIfAbsent(method, this::parametersOf);
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ProblemCode.UNKNOWN_PARAMETER.exception(
                        known.isEmpty()
                                ? "This operation has no query parameters."
                                : "This operation knows " + String.join(", ", known) + '.');
            }
            if (values.length > 1) {
                throw ProblemCode.INVALID_PARAMETER.exception(name + " was sent more than once.");
            }
        });
    }

    private Set<String> parametersOf(HandlerMethod method) {
        var names = new TreeSet<>(impliedParameters.apply(method));
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .forEach(parameter -> names.add(nameOf(parameter.getParameter())));
        return names;
    }

    private static String nameOf(Parameter parameter) {
        var annotation = AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
        return annotation == null || annotation.name().isEmpty() ? parameter.getName() : annotation.name();
    }

    private static void checkBody(HttpServletRequest request, HandlerMethod method) {
        var wantsBody = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        var buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        if (!wantsBody && buffered != null && buffered.length() > 0) {
            throw ProblemCode.MALFORMED_REQUEST.exception("This operation takes no body.");
        }
    }
}
