package io.microwallet.api.http.call;

import io.microwallet.core.client.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which scopes may call a route: any one of them is enough. A route under /v1 without this stops the start. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Scope[] value();
}
