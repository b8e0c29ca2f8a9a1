package io.microwallet.api.cli.output;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Members of an answer as a person reads them: amounts with their decimals, times in UTC to the second. */
final class Cells {
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=A)(?=[A-Z])");

    private Cells() {}

    /** {@code expiresAt} is {@code expires}, {@code capAWallet} is {@code cap a wallet}. */
    static String title(String member) {
        var words = HUMP.matcher(member).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.replaceFirst(" at$", "")
                .replace("pop ups", "pop-ups")
                .replace("pop up", "pop-up")
                .replace("top up", "top-up");
    }

    /**
     * A member of an object.
     *
     * @param around the currency of what the object is a part of; empty where there is none
     */
    static String member(JsonNode object, String name, String around) {
        var value = object.path(name);
        var own = object.path("currency").asString("");
        if (value.isIntegralNumber() && !own.isEmpty()) {
            return Amounts.format(value.asLong(), own);
        }
        return value.isIntegralNumber() && name.equals("amount") && !around.isEmpty()
                ? Amounts.format(value.asLong(), around) + ' ' + around
                : text(value);
    }

    static String text(JsonNode value) {
        if (isMoney(value)) {
            return Amounts.format(value);
        }
        if (value.isArray()) {
            return value.valueStream().map(Cells::text).collect(Collectors.joining(", "));
        }
        return value.isObject() ? object(value) : scalar(value);
    }

    /** A balance is what can be spent of it; of other objects every member counts. */
    private static String object(JsonNode value) {
        var currency = value.path("currency").asString("");
        if (!currency.isEmpty() && value.has("available")) {
            return Amounts.format(value.path("available").asLong(), currency) + ' ' + currency;
        }
        return value.has("kind")
                ? value.valueStream().map(Cells::text).collect(Collectors.joining(" "))
                : value.propertyStream()
                        .map(member -> title(member.getKey()) + ' ' + text(member.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String scalar(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return TIME.matcher(value.asString("")).replaceFirst("$1Z");
    }

    static boolean isMoney(JsonNode value) {
        return value.path("amount").isIntegralNumber() && value.path("currency").isString();
    }

    /** Its own currency, or that of the first amount in it. */
    static Optional<String> currency(JsonNode object) {
        return Optional.of(object.path("currency").asString(""))
                .filter(own -> !own.isEmpty())
                .or(() -> object.valueStream()
                        .filter(Cells::isMoney)
                        .map(money -> money.path("currency").asString())
                        .findFirst());
    }
}
