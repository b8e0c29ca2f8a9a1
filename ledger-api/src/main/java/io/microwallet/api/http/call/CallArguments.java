package io.microwallet.api.http.call;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link Caller} and {@link WriteCall} to the methods that ask for them. */
public final class CallArguments implements HandlerMethodArgumentResolver {
    private static final Map<Class<?>, String> ATTRIBUTES =
            Map.of(Caller.class, CallAttributes.CALLER, WriteCall.class, CallAttributes.WRITE);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ATTRIBUTES.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var name = Objects.requireNonNull(ATTRIBUTES.get(parameter.getParameterType()));
        return Objects.requireNonNull(
                request.getAttribute(name, RequestAttributes.SCOPE_REQUEST), "not behind the door of /v1");
    }
}
