package io.microwallet.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.PublicKey;
import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.money.Currency;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events hold ids, amounts, codes, times and sealed texts only: what they hold is walked down to the last component. */
class EventTextsTest {
    /** Texts that are checked against a short alphabet, or sealed. */
    private static final Set<Class<?>> CODES = Set.of(
            SealedText.class,
            Currency.class,
            ProcessorId.class,
            ProcessorReference.class,
            CardToken.class,
            DeclineCode.class,
            RefusalCode.class,
            SecretHash.class,
            SoftwareVersion.class,
            PublicKey.class);

    private static final Set<Class<?>> PLAIN =
            Set.of(long.class, int.class, boolean.class, UUID.class, Instant.class, ZoneId.class);

    record Gossip(UUID id, List<Rumour> rumours) {}

    record Rumour(String text) {}

    @Test
    void an_event_holds_no_plain_text() {
        assertThat(strangersIn(Event.class)).isEmpty();
    }

    @Test
    void a_plain_text_is_found_however_deep() {
        assertThat(strangersIn(Gossip.class)).containsExactly("Gossip.rumours.text: java.lang.String");
    }

    private static List<String> strangersIn(Class<?> type) {
        return strangers(type, type.isSealed() ? "" : type.getSimpleName()).toList();
    }

    private static Stream<String> strangers(Type type, String path) {
        return switch (type) {
            case ParameterizedType many ->
                Stream.of(many.getActualTypeArguments()).flatMap(one -> strangers(one, path));
            case Class<?> one when CODES.contains(one) || PLAIN.contains(one) || one.isEnum() -> Stream.empty();
            case Class<?> one
            when one.isSealed() ->
                Stream.of(one.getPermittedSubclasses()).flatMap(kind -> strangers(kind, path + kind.getSimpleName()));
            case Class<?> one
            when one.isRecord() -> Stream.of(one.getRecordComponents()).flatMap(in -> strangers(in, path));
            default -> Stream.of(path + ": " + type.getTypeName());
        };
    }

    private static Stream<String> strangers(RecordComponent component, String path) {
        return strangers(component.getGenericType(), path + '.' + component.getName());
    }
}
