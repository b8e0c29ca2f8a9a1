package io.microwallet.api.server;

import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** What writes the OpenAPI document is put together when the document is first asked for: no till waits for it at a start. */
final class DocsWhenAsked implements BeanFactoryPostProcessor {
    private static final String DOCUMENT = "openApiResource";

    /** What the document needs without asking Spring for it. */
    private static final String[] BEFORE = {"modelConverterRegistrar", "initExtraSchemas"};

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Stream.of(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(definition -> isOfDocs(origin(definition)))
                .forEach(definition -> definition.setLazyInit(true));
        beans.getBeanDefinition(DOCUMENT).setDependsOn(BEFORE);
    }

    private static boolean isOfDocs(String origin) {
        return origin.startsWith("org.springdoc.") || origin.equals(ApiDocs.class.getName());
    }

    /** The class that a bean is one of, or that a method of makes it. */
    private static String origin(BeanDefinition definition) {
        if (definition instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null) {
            return annotated.getFactoryMethodMetadata().getDeclaringClassName();
        }
        return String.valueOf(definition.getBeanClassName());
    }
}
