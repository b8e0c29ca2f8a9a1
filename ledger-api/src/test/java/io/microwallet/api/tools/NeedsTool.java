package io.microwallet.api.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a test by name where one of these programs is missing, and lists it at the end of the run; with
 * {@code MICROWALLET_REQUIRE_TOOLS=true}, as under {@code ./microwallet test}, a missing one is a failure. {@link Tools} knows the names.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ToolCondition.class)
public @interface NeedsTool {
    String[] value();
}
