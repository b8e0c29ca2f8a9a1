package io.microwallet.api.cli.output;

import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the command line reads and prints it. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Empty for what is not JSON. */
    public static Optional<JsonNode> parse(byte[] text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** On one line, for programs. */
    public static String compact(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Indented, for people; its names in colour where there is a terminal. */
    public static String pretty(JsonNode node) {
        var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        return Ansi.AUTO.enabled()
                ? text.replaceAll("(?m)^(\\s*)(\"(?:[^\"\\\\]|\\\\.)*\")( ?:)", "$1\u001b[36m$2\u001b[0m$3")
                : text;
    }

    /** A member as text: a list's members with commas between them, nothing for what is absent. */
    public static String text(JsonNode node, String member) {
        var value = node.path(member);
        return value.isArray()
                ? String.join(
                        ", ", value.values().stream().map(JsonNode::asString).toList())
                : value.asString("");
    }
}
