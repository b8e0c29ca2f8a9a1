package io.microwallet.api.http.json;

import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of single fields of a body; each throws a problem that points at the field. */
public final class Fields {
    public static final int NAME_LENGTH_MAX = 200;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Instant EFFECTIVE_MIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant EFFECTIVE_MAX = Instant.parse("2200-01-01T00:00:00Z");

    private static final String TIME_EXPECTED = "A time is RFC 3339 with an offset, as in 2026-11-23T18:30:00Z.";
    private static final String TIME_BOUNDS = "A time is between 2000 and 2200, with six decimals at most.";

    private Fields() {}

    public static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw ProblemCode.MISSING_FIELD.at(pointer, "This field is required.");
        }
        return value;
    }

    /** A name that people read: one line, at most {@link #NAME_LENGTH_MAX} characters, no card number. */
    public static String name(String pointer, @Nullable String value) {
        return text(pointer, required(pointer, value));
    }

    public static Optional<String> optionalName(String pointer, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> text(pointer, text));
    }

    private static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > NAME_LENGTH_MAX) {
            throw invalid(pointer, "A text of 1 to " + NAME_LENGTH_MAX + " characters is expected.");
        }
        if (text.indexOf('\0') >= 0 || loneSurrogate(text)) {
            throw invalid(pointer, "The text holds characters that are not Unicode text.");
        }
        return withoutCardNumber(pointer, text);
    }

    /** {@code [A-Za-z0-9._:-]{1,64}}. */
    public static Optional<String> reference(String pointer, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> {
            withoutCardNumber(pointer, text);
            if (!REFERENCE.matcher(text).matches()) {
                throw invalid(pointer, "A reference is 1 to 64 characters of A-Z a-z 0-9 . _ : -");
            }
            return text;
        });
    }

    public static String withoutCardNumber(String pointer, String text) {
        if (CardNumbers.in(text)) {
            throw ProblemCode.CARD_NUMBER_REFUSED.at(
                    pointer, "Card numbers are never sent here: send the processor's token for the card.");
        }
        return text;
    }

    /** A positive amount in minor units, at most 2^53-1, in a currency of ISO 4217. */
    public static Money amount(String pointer, @Nullable MoneyJson value) {
        return amount(pointer, value, 1);
    }

    /** The same, or nothing of a currency. */
    public static Money amountOrZero(String pointer, @Nullable MoneyJson value) {
        return amount(pointer, value, 0);
    }

    private static Money amount(String pointer, @Nullable MoneyJson value, int least) {
        var money = required(pointer, value);
        var amount = required(pointer + "/amount", money.amount());
        if (amount < least || amount > Money.AMOUNT_MAX) {
            throw invalid(pointer + "/amount", "An amount is " + least + " to " + Money.AMOUNT_MAX + " minor units.");
        }
        return new Money(amount, currency(pointer + "/currency", money.currency()));
    }

    public static Currency currency(String pointer, @Nullable String code) {
        return parsed(pointer, code, Currency::of, "A currency is a code of ISO 4217 in capitals, as in EUR.");
    }

    /** RFC 3339 with an offset, at most microseconds, in this or the next century. */
    public static Optional<Instant> time(String pointer, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> {
            var time = parsed(pointer, text, Fields::rfc3339, TIME_EXPECTED);
            if (isOutOfBounds(time)) {
                throw invalid(pointer, TIME_BOUNDS);
            }
            return time;
        });
    }

    /** The same for a parameter of the query, whose + has to be sent as %2B. */
    public static Instant timeParameter(String name, String text) {
        try {
            var time = rfc3339(text);
            if (isOutOfBounds(time)) {
                throw ProblemCode.INVALID_PARAMETER.exception(name + ": " + TIME_BOUNDS);
            }
            return time;
        } catch (IllegalArgumentException _) {
            throw ProblemCode.INVALID_PARAMETER.exception(name + ": " + TIME_EXPECTED);
        }
    }

    private static boolean isOutOfBounds(Instant time) {
        return time.isBefore(EFFECTIVE_MIN)
                || time.isAfter(EFFECTIVE_MAX)
                || !time.equals(time.truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant rfc3339(String text) {
        try {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One of an enum's names as they are in JSON: lower case, dashes for underscores. */
    public static <E extends Enum<E>> E choice(String pointer, @Nullable String value, Class<E> choices) {
        var text = required(pointer, value);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> JsonNames.of(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        pointer,
                        "One of these is expected: "
                                + Arrays.stream(choices.getEnumConstants())
                                        .map(JsonNames::of)
                                        .collect(Collectors.joining(", "))));
    }

    /** An integer between two bounds, both allowed. */
    public static long integer(String pointer, @Nullable Long value, long min, long max) {
        var number = required(pointer, value);
        if (number < min || number > max) {
            throw invalid(pointer, "A whole number from " + min + " to " + max + " is expected.");
        }
        return number;
    }

    /** What the parser makes of it; {@code expected} is told where it throws an IllegalArgumentException. */
    public static <T> T parsed(String pointer, @Nullable String value, Function<String, T> parser, String expected) {
        var text = required(pointer, value);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException _) {
            throw invalid(pointer, expected);
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemCode.INVALID_FIELD.at(pointer, detail);
    }

    private static boolean loneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
