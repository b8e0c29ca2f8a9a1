package io.microwallet.api.http.write;

import io.microwallet.api.http.call.WriteCall;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Performs the {@link Write} that a controller returns, and answers the call with its outcome. */
public final class WriteReturns implements HandlerMethodReturnValueHandler, SmartInitializingSingleton {
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

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var call = WriteCall.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        var answer = writes.perform(call, (Write) Objects.requireNonNull(value));
        send(answer, Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    private static void send(ResponseEntity<byte[]> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        var body = Objects.requireNonNull(answer.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
