package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.Json;
import io.microwallet.api.cli.service.ServiceClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** What the caller named, put into the path, the query and the body of a call. */
final class Arguments {
    private final String path;
    private final Map<Field, ArgSpec> inPath = new LinkedHashMap<>();
    private final Map<Field, ArgSpec> others = new LinkedHashMap<>();

    private Arguments(String path) {
        this.path = path;
    }

    static Arguments of(String path, List<Field> inPath, List<Field> others) {
        var arguments = new Arguments(path);
        inPath.forEach(field -> arguments.inPath.put(field, field.spec(arguments.inPath.size())));
        var place = inPath.size();
        for (var field : others) {
            arguments.others.put(field, field.spec(place));
            place++;
        }
        return arguments;
    }

    void addTo(CommandSpec command) {
        inPath.values().forEach(command::add);
        others.values().forEach(command::add);
    }

    String path() {
        var filled = path;
        for (var argument : inPath.entrySet()) {
            JsonNode value = argument.getValue().getValue();
            filled = filled.replace('{' + argument.getKey().member() + '}', ServiceClient.encoded(value.asString()));
        }
        return filled;
    }

    String pathAndQuery() {
        var query = new StringJoiner("&", path() + '?', "").setEmptyValue(path());
        named().forEach((member, value) -> query.add(member + '=' + ServiceClient.encoded(value.asString())));
        return query.toString();
    }

    ObjectNode body() {
        return Json.object().setAll(named());
    }

    private Map<String, JsonNode> named() {
        var named = new LinkedHashMap<String, JsonNode>();
        others.forEach((field, argument) -> {
            Object value = argument.getValue();
            if (value != null && !Boolean.FALSE.equals(value)) {
                named.put(field.member(), json(value));
            }
        });
        return named;
    }

    private static JsonNode json(Object value) {
        if (value instanceof Collection<?> many) {
            var array = Json.array();
            many.forEach(one -> array.add((JsonNode) one));
            return array;
        }
        return value instanceof JsonNode one ? one : BooleanNode.TRUE;
    }
}
