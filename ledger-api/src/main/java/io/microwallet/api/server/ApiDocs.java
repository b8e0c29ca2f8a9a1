package io.microwallet.api.server;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.http.write.Write;
import io.microwallet.api.http.write.WriteReturns;
import io.microwallet.api.listing.call.ListCall;
import io.microwallet.api.listing.call.ListCalls;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.ui.SwaggerConfig;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document: made from the controllers, with an example for every operation that the tests run. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class
})
class ApiDocs {
    private static final String SIGNATURE = "signature";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, WriteCall.class, ListCall.class);
        SpringDocUtils.getConfig().addResponseTypeToIgnore(Write.class);
    }

    @Bean
    static DocsWhenAsked docsWhenAsked() {
        return new DocsWhenAsked();
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("MicroWallet")
                        .version("1")
                        .description("""
                                A payments ledger for pop-ups. Amounts are whole minor units. Every write takes an \
                                Idempotency-Key and gives the same status and bytes whenever it is sent again.""")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .addSecurityItem(new SecurityRequirement().addList(SIGNATURE))
                .components(new Components().addSecuritySchemes(SIGNATURE, signature()));
    }

    /** OpenAPI has no type for message signatures: the header that carries one stands for all of it. */
    private static SecurityScheme signature() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("Signature")
                .description("""
                        HTTP Message Signatures (RFC 9421) with tag="microwallet-v1": fields Signature-Input and Signature \
                        over @method, @authority, @path, @query and, but for GET and HEAD, content-digest (RFC 9530), \
                        idempotency-key and content-type where there is a body; parameters created, expires, nonce and keyid.""");
    }

    @Bean
    OperationCustomizer scopes() {
        return (operation, method) -> {
            var allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null) {
                operation.addExtension(
                        "x-scopes",
                        Arrays.stream(allowed.value()).map(JsonNames::of).collect(Collectors.toList()));
            }
            return operation;
        };
    }

    @Bean
    OperationCustomizer dryRuns() {
        return (operation, method) -> {
            if (Write.class.equals(method.getReturnType().getParameterType())) {
                operation.addParametersItem(new Parameter()
                        .in("query")
                        .name(WriteReturns.DRY_RUN)
                        .description("""
                                true: answers 200 with what the call would be answered with just now and "dryRun": true, or \
                                with the refusal; records nothing, uses up no key, and may say something else each time""")
                        .schema(new BooleanSchema()));
            }
            return operation;
        };
    }

    @Bean
    OperationCustomizer parametersOfLists() {
        return ListCalls::document;
    }

    @Bean
    OpenApiCustomizer examples() {
        return new ApiExamples();
    }
}
