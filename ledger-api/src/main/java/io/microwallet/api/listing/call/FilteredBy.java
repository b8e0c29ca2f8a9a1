package io.microwallet.api.listing.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the list of a {@link ListCall} can be narrowed by; by nothing without it. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FilteredBy {
    Filter[] value();
}
