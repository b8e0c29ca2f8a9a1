package io.microwallet.api.cli.call;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import tools.jackson.databind.JsonNode;

/**
 * One value that a verb takes: in the path, in the query of a read, or in the body of a write.
 *
 * @param member its name in the API
 * @param option as in {@code --amount}; empty for one that stands by its place
 * @param label what stands for its value in the help
 * @param preset what the API is told where the caller names none
 */
public record Field(
        String member,
        String option,
        String label,
        Kind kind,
        String description,
        boolean required,
        boolean many,
        @Nullable String preset) {

    private static final int ORDER_OF_OTHERS = 100;

    /** What the ids in paths look like. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("chargeback", "cb_…"),
            Map.entry("client", "c_…"),
            Map.entry("credit", "lot_…"),
            Map.entry("drop", "dr_…"),
            Map.entry("hold", "ho_…"),
            Map.entry("job", "jo_…"),
            Map.entry("keyId", "live_k_…"),
            Map.entry("link", "bl_…"),
            Map.entry("membership", "ms_…"),
            Map.entry("merchant", "m_…"),
            Map.entry("payout", "po_…"),
            Map.entry("plan", "pl_…"),
            Map.entry("popUp", "pop_…"),
            Map.entry("processorPayout", "pp_…"),
            Map.entry("purchase", "pu_…"),
            Map.entry("refund", "re_…"),
            Map.entry("topUp", "tu_…"));

    /** Stands by its place and is needed. */
    public static Field argument(String member, Kind kind, String description) {
        return new Field(member, "", words(member).toUpperCase(Locale.ROOT), kind, description, true, false, null);
    }

    /** Named by what the API calls it: {@code expiresAt} is {@code --expires-at}. */
    public static Field option(String member, Kind kind, String description) {
        return new Field(member, "--" + words(member), kind.label(), kind, description, false, false, null);
    }

    /** The id of something that the API finds by it. */
    static Field inPath(String member) {
        var id = IDS.get(member);
        var description = id == null ? "Your client's own token for it: w1_…" : "Its id: " + id;
        return argument(member, Kind.ID, description);
    }

    public Field called(String name) {
        return new Field(member, name, label, kind, description, required, many, preset);
    }

    public Field labelled(String text) {
        return new Field(member, option, text, kind, description, required, many, preset);
    }

    public Field needed() {
        return new Field(member, option, label, kind, description, true, many, preset);
    }

    /** May be named again and again. */
    public Field repeated() {
        return new Field(member, option, label, kind, description, required, true, preset);
    }

    public Field or(String text) {
        return new Field(member, option, label, kind, description, required, many, text);
    }

    private static String words(String member) {
        return member.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** @param place among those that stand by their place */
    ArgSpec spec(int place) {
        return option.isEmpty() ? positional(place) : named(place - ORDER_OF_OTHERS);
    }

    private PositionalParamSpec positional(int place) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(place))
                .paramLabel(label)
                .description(description)
                .required(required)
                .type(JsonNode.class)
                .converters(kind)
                .build();
    }

    private static String withDefault(String description, String preset) {
        return description.replaceFirst("\\.$", "") + " (default: " + preset + ").";
    }

    /** What is special about a verb stands before what all commands have. */
    private OptionSpec named(int order) {
        var spec = OptionSpec.builder(option)
                .paramLabel(label)
                .description(preset == null ? description : withDefault(description, preset))
                .order(order)
                .required(required);
        return kind == Kind.FLAG
                ? spec.type(Boolean.class).arity("0").build()
                : spec.type(many ? List.class : JsonNode.class)
                        .auxiliaryTypes(JsonNode.class)
                        .converters(kind)
                        .defaultValue(preset)
                        .build();
    }
}
