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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import tools.jackson.databind.ObjectReader;

/** The writes that controllers declare, by path: what is wanted is read by the same methods as when it is called by itself. */
public final class WriteRoutes implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping mapping;
    private Map<String, Route> plain = Map.of();
    private List<Route> routes = List.of();

    /** @param body reads what the method takes as its body; null where it takes none */
    private record Route(
            PathPattern path,
            HandlerMethod method,
            @Nullable ObjectReader body,
            boolean needsBody) {
        boolean isUnbatched() {
            return method.hasMethodAnnotation(Unbatched.class);
        }

        @Nullable
        Object read(boolean isEmpty, Function<ObjectReader, @Nullable Object> read) {
            if (body == null && !isEmpty) {
                throw ProblemCode.MALFORMED_REQUEST.exception("This operation takes no body.");
            }
            var value = isEmpty || body == null ? null : parsed(read, body);
            if (value == null && needsBody) {
                throw new ProblemException(BodyProblems.of(null));
            }
            return value;
        }

        private static @Nullable Object parsed(Function<ObjectReader, @Nullable Object> read, ObjectReader body) {
            try {
                return read.apply(body);
            } catch (JacksonException e) {
                throw new ProblemException(BodyProblems.of(e));
            }
        }
    }

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
                .flatMap(route -> paths(route.getKey()).map(path -> route(path, route.getValue())))
                // The path with fewer variables first: holds/capture before holds/{id}.
                .sorted(Comparator.comparing(Route::path))
                .toList();
        plain = routes.stream()
                .filter(route -> !route.path().hasPatternSyntax())
                .collect(Collectors.toMap(route -> route.path().getPatternString(), Function.identity()));
    }

    private static Route route(PathPattern path, HandlerMethod method) {
        var bound = bound(method);
        var body = Stream.of(bound.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst();
        return new Route(
                path,
                bound,
                body.map(parameter -> StrictJson.mapper().readerFor(parameter.getParameterType()))
                        .orElse(null),
                body.map(parameter -> parameter.getParameterAnnotation(RequestBody.class))
                        .map(RequestBody::required)
                        .orElse(false));
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
        var route = find(path)
                .orElseThrow(
                        () -> ProblemCode.ROUTE_NOT_FOUND.exception("No write that a batch may hold has this path."));
        if (route.isUnbatched()) {
            throw ProblemCode.NOT_IN_A_BATCH.exception("Send this call by itself.");
        }
        RouteGuard.checkScope(call.caller(), route.method());
        return declared(route.method(), arguments(route, call, path, read(route, body)));
    }

    private Optional<Route> find(String path) {
        var exact = plain.get(path);
        if (exact != null) {
            return Optional.of(exact);
        }
        var parsed = PathContainer.parsePath(path);
        return routes.stream().filter(each -> each.path().matches(parsed)).findFirst();
    }

    /** The write that a call by itself declares, if this is a plain one; empty where Spring has to look at it. */
    Optional<Declared> direct(WriteCall call, String path, byte[] body) {
        var found = find(path);
        if (found.isEmpty() || found.get().isUnbatched() || (found.get().body() == null) != (body.length == 0)) {
            return Optional.empty();
        }
        var route = found.get();
        return Optional.of(new Declared(
                route.method(), () -> declared(route.method(), arguments(route, call, path, read(route, body)))));
    }

    /** @param write reads the body and declares what it wants, once the caller may call the method */
    record Declared(HandlerMethod method, Supplier<Write> write) {}

    private static @Nullable Object[] arguments(Route route, WriteCall call, String path, @Nullable Object body) {
        var parameters = route.method().getMethodParameters();
        var variables = !route.path().hasPatternSyntax()
                ? Map.<String, String>of()
                : Objects.requireNonNull(route.path().matchAndExtract(PathContainer.parsePath(path)))
                        .getUriVariables();
        var arguments = new @Nullable Object[parameters.length];
        for (var i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], route.method(), call, variables, body);
        }
        return arguments;
    }

    private static @Nullable Object argument(
            MethodParameter parameter,
            HandlerMethod method,
            WriteCall call,
            Map<String, String> variables,
            @Nullable Object body) {
        if (parameter.getParameterType().equals(WriteCall.class)) {
            return call;
        }
        if (parameter.getParameterType().equals(Caller.class)) {
            return call.caller();
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            var name = method.getMethod()
                    .getParameters()[parameter.getParameterIndex()]
                    .getName();
            return Objects.requireNonNull(variables.get(name), name);
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return body;
        }
        throw new IllegalStateException("a write that asks for " + parameter);
    }

    /** An item's body, which was read as a tree of the batch's. */
    private static @Nullable Object read(Route route, @Nullable JsonNode body) {
        return route.read(body == null, reader -> reader.readValue(Objects.requireNonNull(body)));
    }

    private static @Nullable Object read(Route route, byte[] body) {
        return route.read(body.length == 0, reader -> reader.readValue(body));
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
