package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Performs the {@link Write} that a controller returns, or tries it out, and answers the call with its outcome. */
public final class WriteReturns implements HandlerMethodReturnValueHandler, SmartInitializingSingleton {
    /** The parameter of every write's query that asks for its dry run. */
    public static final String DRY_RUN = "dry-run";

    private final Writes writes;
    private final RequestMappingHandlerAdapter adapter;

    public WriteReturns(Writes writes, RequestMappingHandlerAdapter adapter) {
        this.writes = writes;
        this.adapter = adapter;
    }

    /** In front of the others: the one for response bodies takes whatever a rest controller returns. */
    @Override
    public void afterSingletonsInstantiated() {
        var handlers = new ArrayList<HandlerMethodReturnValueHandler>();
        handlers.add(this);
        handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
        adapter.setReturnValueHandlers(handlers);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Write.class.equals(type.getParameterType());
    }

    /** Parameters of the query that a route has because of what it returns. */
    public static Set<String> parametersOf(HandlerMethod method) {
        return Write.class.equals(method.getReturnType().getParameterType()) ? Set.of(DRY_RUN) : Set.of();
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var call = WriteCall.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        var write = (Write) Objects.requireNonNull(value);
        var answer =
                isDryRun(request.getParameter(DRY_RUN)) ? writes.rehearse(call, write) : writes.perform(call, write);
        send(answer, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    /** Anything but a plain yes or no is refused: nobody is charged for a misspelt rehearsal. */
    public static boolean isDryRun(@Nullable String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw ProblemCode.INVALID_PARAMETER.exception("dry-run is true or false.");
        };
    }

    static void send(ResponseEntity<byte[]> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        var body = Objects.requireNonNull(answer.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
