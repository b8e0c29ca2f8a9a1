package io.microwallet.api.listing.call;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.page.PageRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a {@link ListCall} to the methods that ask for one, and says which parameters of the query they have by it. */
public final class ListCalls implements HandlerMethodArgumentResolver {
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ListCall.class.equals(parameter.getParameterType());
    }

    @Override
    public ListCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var known = filters(parameter);
        var named = new EnumMap<Filter, String>(Filter.class);
        known.forEach(filter -> Optional.ofNullable(request.getParameter(filter.parameter()))
                .ifPresent(value -> named.put(filter, value)));
        // A cursor belongs to one list and to what it was narrowed by.
        var list = Stream.concat(
                        Stream.of(Objects.requireNonNull(parameter.getMethod()).getName()),
                        known.stream().map(filter -> String.valueOf(named.get(filter))))
                .toArray();
        return new ListCall(
                Caller.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))),
                named,
                PageRequest.of(request.getParameter(CURSOR), request.getParameter(LIMIT), list));
    }

    private static List<Filter> filters(MethodParameter parameter) {
        var filtered = parameter.getParameterAnnotation(FilteredBy.class);
        return filtered == null ? List.of() : List.of(filtered.value());
    }

    private static Optional<MethodParameter> listOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> ListCall.class.equals(parameter.getParameterType()))
                .findFirst();
    }

    /** Parameters of the query that a route has because it answers a list. */
    public static Set<String> parametersOf(HandlerMethod method) {
        var names = new LinkedHashSet<String>();
        listOf(method).ifPresent(list -> {
            filters(list).stream().map(Filter::parameter).forEach(names::add);
            names.addAll(List.of(CURSOR, LIMIT));
        });
        return names;
    }

    /** The same in the API's documentation. */
    public static Operation document(Operation operation, HandlerMethod method) {
        listOf(method).ifPresent(list -> {
            filters(list)
                    .forEach(filter -> operation.addParametersItem(
                            query(filter.parameter(), filter.description()).schema(new StringSchema())));
            operation.addParametersItem(
                    query(CURSOR, "Where the page before ended: its next").schema(new StringSchema()));
            operation.addParametersItem(query(LIMIT, "How many at the most; 50 if it is left out")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageRequest.LIMIT_MAX))));
        });
        return operation;
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description);
    }
}
