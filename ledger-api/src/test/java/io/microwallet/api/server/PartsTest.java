package io.microwallet.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class PartsTest {
    @Test
    void every_controller_component_and_configuration_is_named_in_the_order_of_the_alphabet() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter(new AnnotationTypeFilter(SpringBootConfiguration.class));
        var found = scanner.findCandidateComponents("io.microwallet.api").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(PartsTest::isOfTheService)
                .sorted()
                .toList();
        assertThat(Parts.names()).containsExactlyElementsOf(found);
    }

    /** The tests' own lie beside it on the class path. */
    private static boolean isOfTheService(String name) {
        return PartsTest.class
                .getClassLoader()
                .getResource(name.replace('.', '/') + ".class")
                .getPath()
                .contains("/classes/");
    }
}
