package io.microwallet.api.tools;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides about a test with {@link NeedsTool}. */
final class ToolCondition implements ExecutionCondition {
    static final String MISSING = "missing tool: ";
    private static final String REQUIRE = "MICROWALLET_REQUIRE_TOOLS";

    private final Predicate<String> present;
    private final boolean required;

    ToolCondition() {
        this(name -> Tools.find(name).isPresent(), "true".equals(System.getenv(REQUIRE)));
    }

    ToolCondition(Predicate<String> present, boolean required) {
        this.present = present;
        this.required = required;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsTool.class))
                .map(needs -> evaluate(needs.value()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no tool"));
    }

    ConditionEvaluationResult evaluate(String... names) {
        List<String> missing = Arrays.stream(names).filter(present.negate()).toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("every tool is here");
        }
        var reason = MISSING + String.join(", ", missing);
        if (required) {
            throw new IllegalStateException(reason + " (" + REQUIRE + " is set: ./microwallet test installs it)");
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
