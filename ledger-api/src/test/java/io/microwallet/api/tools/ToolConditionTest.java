package io.microwallet.api.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToolConditionTest {
    @Test
    void a_test_whose_tools_are_all_here_runs() {
        assertThat(new ToolCondition(_ -> true, true)
                        .evaluate("node", "hledger")
                        .isDisabled())
                .isFalse();
    }

    @Test
    void a_test_whose_tool_is_missing_is_skipped_by_the_tools_name() {
        var result = new ToolCondition("node"::equals, false).evaluate("node", "hledger");

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).contains("missing tool: hledger");
    }

    @Test
    void a_missing_tool_is_a_failure_where_tools_are_required() {
        var condition = new ToolCondition(_ -> false, true);

        assertThatThrownBy(() -> condition.evaluate("hledger")).hasMessageContaining("missing tool: hledger");
    }

    @Test
    void a_misspelt_tool_is_not_taken_for_a_missing_one() {
        assertThatThrownBy(() -> Tools.find("hlegder")).isInstanceOf(IllegalArgumentException.class);
    }
}
