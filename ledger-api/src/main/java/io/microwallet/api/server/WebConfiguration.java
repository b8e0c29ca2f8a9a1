package io.microwallet.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.microwallet.api.http.call.CallArguments;
import io.microwallet.api.http.call.CallMeters;
import io.microwallet.api.http.call.ClientKeys;
import io.microwallet.api.http.call.ClientRates;
import io.microwallet.api.http.call.RouteCheck;
import io.microwallet.api.http.call.RouteGuard;
import io.microwallet.api.http.call.SignedCallFilter;
import io.microwallet.api.http.json.StrictJson;
import io.microwallet.api.http.write.DirectWrites;
import io.microwallet.api.http.write.WriteReturns;
import io.microwallet.api.http.write.WriteRoutes;
import io.microwallet.api.http.write.Writes;
import io.microwallet.api.listing.call.ListCalls;
import io.microwallet.api.signature.SignatureVerifier;
import io.microwallet.core.books.Books;
import io.microwallet.core.request.Decisions;
import io.microwallet.vault.IdempotencyKeys;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The way of a call through the service: door, guard, controller, answer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final ClientRates rates;

    WebConfiguration(ClientRates rates) {
        this.rates = rates;
    }

    @Bean
    static Authorities authorities(ServeSettings settings) {
        return new Authorities(settings.authorities());
    }

    @Bean
    static FilterRegistrationBean<SignedCallFilter> signedCalls(
            Authorities authorities,
            InstantSource clock,
            Books books,
            IdempotencyKeys idempotencyKeys,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            MeterRegistry meters) {
        var filter = new FilterRegistrationBean<>(new SignedCallFilter(
                new SignatureVerifier(authorities, clock),
                new ClientKeys(books),
                idempotencyKeys,
                clock,
                problems,
                new CallMeters(meters)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Right behind the door. */
    @Bean
    static FilterRegistrationBean<DirectWrites> directWrites(
            WriteRoutes routes,
            Writes writes,
            ClientRates rates,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var filter = new FilterRegistrationBean<>(new DirectWrites(routes, writes, rates, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    static ClientRates clientRates(ServeSettings settings) {
        return new ClientRates(settings.callsPerSecondAndClient());
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ContainerProblems.class.getName()));
    }

    @Bean
    static Writes writes(Decisions decisions) {
        return new Writes(decisions);
    }

    @Bean
    static WriteReturns writeReturns(
            Writes writes, @Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter) {
        return new WriteReturns(writes, adapter);
    }

    @Bean
    static WriteRoutes writeRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return new WriteRoutes(routes);
    }

    @Bean
    static RouteCheck routeCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return new RouteCheck(routes);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RouteGuard(rates, WebConfiguration::parametersOf))
                .addPathPatterns("/v1/**");
    }

    /** Those that no method of a controller names itself. */
    private static Set<String> parametersOf(HandlerMethod method) {
        return Stream.of(WriteReturns.parametersOf(method), ListCalls.parametersOf(method))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallArguments());
        resolvers.add(new ListCalls());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.mapper()));
    }
}
