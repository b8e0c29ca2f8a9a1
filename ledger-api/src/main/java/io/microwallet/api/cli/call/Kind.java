package io.microwallet.api.cli.call;

import io.microwallet.api.cli.output.Amounts;
import io.microwallet.api.cli.output.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/** How people write a value, and what the API is told of it. */
public enum Kind implements ITypeConverter<JsonNode> {
    TEXT("TEXT", StringNode::valueOf),
    ID("ID", StringNode::valueOf),
    NUMBER("NUMBER", text -> LongNode.valueOf(Long.parseLong(text))),
    /** In decimal, with its currency. */
    MONEY("AMOUNT", Amounts::parse),
    /** With its offset; the API is told it in UTC. */
    TIME("TIME", Kind::time),
    /** A number with s, m, h or d; the API is told seconds. */
    DURATION("SPAN", Kind::seconds),
    /** Who pays for a credit: the ledger, or a merchant by its id. */
    PAYER("ledger|MERCHANT", Kind::payer),
    /** A reward for being there often: POP-UPS:AMOUNT:DAYS. */
    CLIFF("POP-UPS:AMOUNT:DAYS", Kind::cliff),
    /** Stands alone. */
    FLAG("", text -> BooleanNode.valueOf(Boolean.parseBoolean(text)));

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})([smhd])");

    private final String label;
    private final ITypeConverter<JsonNode> parse;

    Kind(String label, ITypeConverter<JsonNode> parse) {
        this.label = label;
        this.parse = parse;
    }

    String label() {
        return label;
    }

    @Override
    public JsonNode convert(String text) throws Exception {
        try {
            return parse.convert(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("A whole number is expected, not \"" + text + "\".");
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode time(String text) {
        try {
            return StringNode.valueOf(OffsetDateTime.parse(text).toInstant().toString());
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "A time with its offset is expected, as in 2026-11-23T19:30:00+01:00 or 2026-11-23T18:30:00Z.");
        }
    }

    private static JsonNode seconds(String text) {
        var span = SPAN.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException("A time span is expected, as in 90s, 15m, 2h or 30d.");
        }
        var number = Long.parseLong(span.group(1));
        var whole = switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return LongNode.valueOf(whole.toSeconds());
    }

    private static JsonNode payer(String text) {
        return text.equals("ledger")
                ? Json.object().put("kind", "ledger")
                : Json.object().put("kind", "merchant").put("merchant", text);
    }

    private static JsonNode cliff(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Pop-ups, an amount and days are expected, as in \"5:5.00 EUR:30\".");
        }
        var cliff = Json.object();
        cliff.put("popUps", Long.parseLong(parts[0])).set("credit", Amounts.parse(parts[1]));
        return cliff.put("lifetimeDays", Long.parseLong(parts[2]));
    }
}
