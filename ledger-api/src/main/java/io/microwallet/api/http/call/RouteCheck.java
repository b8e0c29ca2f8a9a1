package io.microwallet.api.http.call;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start where a route under /v1 does not say who may call it. */
public final class RouteCheck implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping routes;

    public RouteCheck(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        routes.getHandlerMethods().forEach((route, method) -> {
            if (route.getPatternValues().stream().anyMatch(path -> path.startsWith("/v1"))
                    && !method.hasMethodAnnotation(Allowed.class)) {
                throw new IllegalStateException("the route " + route + " does not say which scopes may call it");
            }
        });
    }
}
