package io.microwallet.eventstore.codec;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.microwallet.core.drop.Stock;
import io.microwallet.core.id.Identifier;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Which codec stores which type: ids as their text, times as microseconds, a value type as what it wraps. */
final class ValueCodecs {
    private final Form form;

    ValueCodecs(Form form) {
        this.form = form;
    }

    ValueCodec<?> of(Type type) {
        return switch (form) {
            case SPELLED_OUT -> type == Posting.class ? new SpelledOutPosting() : plain(type);
            case SHORT -> shortened(type);
        };
    }

    private ValueCodec<?> shortened(Type type) {
        return switch (type) {
            case Class<?> c when c == Money.class -> new MoneyCodec();
            case Class<?> c when c == Lot.class -> new LotCodec();
            case Class<?> c when c == Posting.class -> new PostingCodec();
            default -> plain(type);
        };
    }

    private ValueCodec<?> plain(Type type) {
        return switch (type) {
            case ParameterizedType p when p.getRawType() == List.class -> listOf(of(p.getActualTypeArguments()[0]));
            case ParameterizedType p
            when p.getRawType() == Set.class -> setOf((Class<?>) p.getActualTypeArguments()[0]);
            case ParameterizedType p
            when p.getRawType() == Map.class ->
                mapOf(of(p.getActualTypeArguments()[0]), of(p.getActualTypeArguments()[1]));
            case Class<?> c
            when c == boolean.class -> with(JsonBuffer::number, (Boolean v) -> v ? 1L : 0L, ValueCodecs::yesOrNo);
            case Class<?> c
            when c == int.class -> with(JsonBuffer::number, Integer::longValue, in -> Math.toIntExact(in.number()));
            case Class<?> c when c == long.class -> with(JsonBuffer::number, (Long v) -> v, JsonCursor::number);
            case Class<?> c when c == String.class -> with(JsonBuffer::text, (String v) -> v, JsonCursor::text);
            case Class<?> c when c == UUID.class -> with(JsonBuffer::text, UUID::toString, in -> uuid(in.text()));
            case Class<?> c when c == Instant.class -> new InstantCodec();
            case Class<?> c when c == ZoneId.class -> with(JsonBuffer::text, ZoneId::getId, in -> ZoneId.of(in.text()));
            case Class<?> c
            when c == Currency.class -> with(JsonBuffer::text, Currency::code, in -> Currency.of(in.text()));
            case Class<?> c
            when c == Account.class -> with(JsonBuffer::text, Account::code, in -> Account.parse(in.text()));
            case Class<?> c when c == Stock.class -> stock();
            case Class<?> c when c.isEnum() -> new EnumCodec(c);
            case Class<?> c when Identifier.class.isAssignableFrom(c) -> new IdentifierCodec(c);
            case Class<?> c when c.isRecord() && c.getRecordComponents().length == 1 -> wrapper(c);
            case Class<?> c when c.isRecord() -> new RecordCodec<>(c, form);
            default -> throw new IllegalStateException(type + " cannot be stored");
        };
    }

    private static <T, S> ValueCodec<T> with(
            BiConsumer<JsonBuffer, S> write, Function<T, S> stored, Function<JsonCursor, T> read) {
        return new ValueCodec<>() {
            @Override
            public void write(JsonBuffer out, T value) {
                write.accept(out, stored.apply(value));
            }

            @Override
            public T read(JsonCursor in) {
                return read.apply(in);
            }
        };
    }

    private static Boolean yesOrNo(JsonCursor in) {
        var number = in.number();
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("neither 0 nor 1");
        }
        return number == 1;
    }

    private ValueCodec<Stock> stock() {
        var contents = new RecordCodec<>(Stock.Contents.class, form);
        return new ValueCodec<>() {
            @Override
            public void write(JsonBuffer out, Stock stock) {
                contents.write(out, stock.contents());
            }

            @Override
            public Stock read(JsonCursor in) {
                return Stock.of(contents.read(in));
            }
        };
    }

    private static UUID uuid(String text) {
        var value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("not the canonical text of a UUID");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private ValueCodec<?> wrapper(Class<?> type) {
        var component = type.getRecordComponents()[0];
        var inner = (ValueCodec<Object>) of(component.getGenericType());
        var constructor = Accessors.constructor(type, component.getType());
        var accessor = Accessors.of(component);
        return new ValueCodec<Object>() {
            @Override
            public void write(JsonBuffer out, Object value) {
                inner.write(out, accessor.apply(value));
            }

            @Override
            public Object read(JsonCursor in) {
                return constructor.apply(inner.read(in));
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static ValueCodec<?> listOf(ValueCodec<?> element) {
        return new ArrayCodec<List<Object>>((ValueCodec<Object>) element, list -> list, list -> list);
    }

    /** In the order of the constants, so that one set has one text. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private ValueCodec<?> setOf(Class<?> element) {
        return new ArrayCodec<Set<Object>>(
                (ValueCodec<Object>) of(element),
                set -> set.isEmpty() ? List.of() : new ArrayList<>(EnumSet.copyOf((Set) set)),
                list -> Set.copyOf(list));
    }

    /** In the order of the keys' texts, so that one map has one text. */
    @SuppressWarnings("unchecked")
    private static ValueCodec<?> mapOf(ValueCodec<?> key, ValueCodec<?> value) {
        return new ArrayCodec<Map<Object, Object>>(
                (ValueCodec<Object>)
                        (ValueCodec<?>) new EntryCodec((ValueCodec<Object>) key, (ValueCodec<Object>) value),
                map -> map.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                        .map(Object.class::cast)
                        .toList(),
                entries -> entries.stream()
                        .map(entry -> (Map.Entry<?, ?>) entry)
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static final class InstantCodec implements ValueCodec<Instant> {
        @Override
        public void write(JsonBuffer out, Instant at) {
            out.number(Micros.of(at));
        }

        @Override
        public Instant read(JsonCursor in) {
            return Micros.at(in.number());
        }
    }

    /** {@code [key,value]}. */
    private record EntryCodec(ValueCodec<Object> key, ValueCodec<Object> value)
            implements ValueCodec<Map.Entry<Object, Object>> {
        @Override
        public void write(JsonBuffer out, Map.Entry<Object, Object> entry) {
            out.raw('[');
            key.write(out, entry.getKey());
            out.raw(',');
            value.write(out, entry.getValue());
            out.raw(']');
        }

        @Override
        public Map.Entry<Object, Object> read(JsonCursor in) {
            in.expect('[');
            var read = key.read(in);
            in.expect(',');
            var entry = Map.entry(read, value.read(in));
            in.expect(']');
            return entry;
        }
    }
}
