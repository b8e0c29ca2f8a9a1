package io.microwallet.api.http.write;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.RouteGuard;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.StrictJson;
import io.microwallet.api.http.problem.BodyProblems;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The writes that controllers declare, by path: what is wanted is read by the same methods as when it is called by itself. */
public final class WriteRoutes implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping mapping;
    private List<Route> routes = List.of();

    private record Route(PathPattern path, HandlerMethod method) {}

    public WriteRoutes(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Stops the start where a write cannot be tried out: a call that asks for a dry run must never be done. */
    private static void checkDryRuns(RequestMappingInfo route, HandlerMethod method) {
        var asks = Stream.of(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .anyMatch(parameter -> parameter != null && parameter.name().equals(WriteReturns.DRY_RUN));
        var takesCalls = Stream.of(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(WriteCall.class));
        if (takesCalls && !asks && !isWrite(method)) {
            throw new IllegalStateException("the route " + route + " has no dry run: let it return a Write");
        }
    }

    private static boolean isWrite(HandlerMethod method) {
        return Write.class.equals(method.getReturnType().getParameterType());
    }

    @Override
    public void afterSingletonsInstantiated() {
        mapping.getHandlerMethods().forEach(WriteRoutes::checkDryRuns);
        routes = mapping.getHandlerMethods().entrySet().stream()
                .filter(route -> isWrite(route.getValue()))
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(route -> paths(route.getKey()).map(path -> new Route(path, bound(route.getValue()))))
                // The path with fewer variables first: holds/capture before holds/{id}.
                .sorted(Comparator.comparing(Route::path))
                .toList();
    }

    private static Stream<PathPattern> paths(RequestMappingInfo route) {
        return Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream();
    }

    private static HandlerMethod bound(HandlerMethod method) {
        var bound = method.createWithResolvedBean();
        ReflectionUtils.makeAccessible(bound.getMethod());
        return bound;
    }

    /**
     * What a call to a path wants, once its shape and its caller's scopes are right.
     *
     * @param body null for none
     * @throws ProblemException as the call by itself would be answered, or where it is never part of a batch
     */
    public Write write(WriteCall call, String path, @Nullable JsonNode body) {
        var parsed = PathContainer.parsePath(path);
        var route = routes.stream()
                .filter(each -> each.path().matches(parsed))
                .findFirst()
                .orElseThrow(
                        () -> ProblemCode.ROUTE_NOT_FOUND.exception("No write that a batch may hold has this path."));
        if (route.method().hasMethodAnnotation(Unbatched.class)) {
            throw ProblemCode.NOT_IN_A_BATCH.exception("Send this call by itself.");
        }
        RouteGuard.checkScope(call.caller(), route.method());
        var variables =
                Objects.requireNonNull(route.path().matchAndExtract(parsed)).getUriVariables();
        return declared(route.method(), arguments(route.method(), call, variables, body));
    }

    private static @Nullable Object[] arguments(
            HandlerMethod method, WriteCall call, Map<String, String> variables, @Nullable JsonNode body) {
        var parameters = method.getMethodParameters();
        if (body != null && Stream.of(parameters).noneMatch(each -> each.hasParameterAnnotation(RequestBody.class))) {
            throw ProblemCode.MALFORMED_REQUEST.exception("This operation takes no body.");
        }
        var arguments = new @Nullable Object[parameters.length];
        for (var i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], name(method, i), call, variables, body);
        }
        return arguments;
    }

    private static String name(HandlerMethod method, int index) {
        return method.getMethod().getParameters()[index].getName();
    }

    private static @Nullable Object argument(
            MethodParameter parameter,
            String name,
            WriteCall call,
            Map<String, String> variables,
            @Nullable JsonNode body) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Objects.requireNonNull(variables.get(name), name);
        }
        var wanted = parameter.getParameterAnnotation(RequestBody.class);
        if (wanted != null) {
            return read(body, parameter.getParameterType(), wanted.required());
        }
        if (parameter.getParameterType().equals(Caller.class)) {
            return call.caller();
        }
        if (parameter.getParameterType().equals(WriteCall.class)) {
            return call;
        }
        throw new IllegalStateException("a write that asks for " + parameter);
    }

    private static @Nullable Object read(@Nullable JsonNode body, Class<?> type, boolean required) {
        if (body == null) {
            if (required) {
                throw new ProblemException(BodyProblems.of(null));
            }
            return null;
        }
        try {
            return StrictJson.mapper().treeToValue(body, type);
        } catch (JacksonException e) {
            throw new ProblemException(BodyProblems.of(e));
        }
    }

    private static Write declared(HandlerMethod method, @Nullable Object[] arguments) {
        try {
            return (Write) Objects.requireNonNull(method.getMethod().invoke(method.getBean(), arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException declined) {
                throw declined;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
