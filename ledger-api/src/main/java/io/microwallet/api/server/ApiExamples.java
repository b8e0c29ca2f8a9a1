package io.microwallet.api.server;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the words and examples of each operation into the document: one file each, named by the operation. */
final class ApiExamples implements OpenApiCustomizer {
    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = "Problem";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final Map<String, String> PROBLEMS_OF_ALL = Map.of(
            "400", "The shape of the call is wrong: nothing was written",
            "401", "The signature is missing, wrong or outside its window",
            "403", "The client may not do this",
            "404", "It is not there, or not for this client",
            "410", "The member was erased",
            "429", "Too many calls of this client",
            "503", "Nothing was written: ask again");

    private static final Map<String, String> PROBLEMS_OF_WRITES = Map.of(
            "413", "The body is too large",
            "415", "The body is not application/json",
            "422", "The rules refuse it, or the key was used for another call",
            "504", "The outcome is not known yet: the same key tells it later");

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problemSchema());
        document.getPaths()
                .values()
                .forEach(path -> path.readOperationsMap().forEach((method, operation) -> complete(operation, method)));
    }

    private static void complete(Operation operation, PathItem.HttpMethod method) {
        PROBLEMS_OF_ALL.forEach((status, text) -> addProblem(operation, status, text));
        if (method != PathItem.HttpMethod.GET) {
            PROBLEMS_OF_WRITES.forEach((status, text) -> addProblem(operation, status, text));
            operation.addParametersItem(idempotencyKey());
        }
        file(operation.getOperationId()).ifPresent(example -> {
            operation.summary(example.path("summary").asString());
            operation.description(example.path("description").asString());
            addParameters(operation, example.path("parameters"));
            addRequest(operation, example.path("request"));
            addResponse(operation, example.path("status").asString(), example.path("response"));
        });
    }

    private static void addParameters(Operation operation, JsonNode values) {
        Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(Collection::stream)
                .filter(parameter -> values.has(parameter.getName()))
                .forEach(parameter ->
                        parameter.setExample(values.path(parameter.getName()).asString()));
    }

    private static void addRequest(Operation operation, JsonNode value) {
        if (operation.getRequestBody() != null && value.isContainer()) {
            operation
                    .getRequestBody()
                    .getContent()
                    .values()
                    .forEach(content -> content.addExamples("example", new Example().value(plain(value))));
        }
    }

    private static void addResponse(Operation operation, String status, JsonNode value) {
        operation.getResponses().keySet().removeIf(other -> other.startsWith("2") && !other.equals(status));
        var response = operation.getResponses().computeIfAbsent(status, _ -> new ApiResponse().description("OK"));
        response.description("As in the example");
        if (value.isObject()) {
            var content = Optional.ofNullable(response.getContent()).orElseGet(Content::new);
            var schema = content.values().stream().findFirst().orElseGet(MediaType::new);
            schema.addExamples("example", new Example().value(plain(value)));
            response.content(new Content().addMediaType(JSON, schema));
        }
    }

    private static void addProblem(Operation operation, String status, String text) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(text)
                                .content(new Content()
                                        .addMediaType(
                                                PROBLEM_JSON,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(true)
                .description(
                        "1 to 128 visible ASCII characters, best a UUIDv7; the same for every repetition of one call")
                .example("01939f4c-7c1e-7d7e-9c3f-3a1e5d2b8f60")
                .schema(new StringSchema().minLength(1).maxLength(128));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("Problem details of RFC 9457; code is stable")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("advice", new StringSchema().description("What a person can do about it"))
                .addProperty("pointer", new StringSchema().description("The field that is meant: RFC 6901"));
    }

    /** As maps and lists: the document is written by another JSON library. */
    private static Object plain(JsonNode value) {
        return MAPPER.convertValue(value, Object.class);
    }

    private static Optional<JsonNode> file(String operation) {
        try (InputStream in = ApiExamples.class.getResourceAsStream("/openapi/" + operation + ".json")) {
            return in == null ? Optional.empty() : Optional.of(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
