package io.microwallet.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoCallsHomeTest {
    @Test
    void axons_update_checker_is_not_on_the_class_path() {
        assertThat(getClass().getClassLoader().getResource("org/axonframework/update"))
                .isNull();
    }
}
