package io.microwallet.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.PublicKey.Algorithm;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.SoftwareVersion;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodesTest {
    /** A type of code, the regular expression that its Javadoc promises, and texts at the edges of it. */
    record Code(Function<String, Object> of, String promised, List<String> texts) {
        @Override
        public String toString() {
            return promised;
        }
    }

    static Stream<Code> codes() {
        return Stream.of(
                new Code(ProcessorId::new, "[a-z][a-z0-9-]{1,31}", List.of("simulator", "-a", "1a", "A1", "a:b")),
                new Code(DeclineCode::new, "[a-z0-9_]{1,64}", List.of("card_declined", "Card", "card-declined")),
                new Code(ProcessorReference::new, "[A-Za-z0-9._:-]{1,128}", List.of("ch_1:2.3-4", "a/b", "a@b")),
                new Code(CardToken::new, "(?!.*[0-9]{13})[A-Za-z0-9_-]{1,64}", List.of("tok_visa", "tok visa")),
                new Code(CardToken::new, "(?!.*[0-9]{13})[A-Za-z0-9_-]{1,64}", cardNumbers()),
                new Code(SecretHash::new, "[0-9a-f]{64}", List.of("0".repeat(64), "f".repeat(64), "g".repeat(64))),
                new Code(SoftwareVersion::new, "[0-9A-Za-z.+-]{1,64}", List.of("0.1.0-SNAPSHOT+1", "0_1")),
                new Code(RefusalCode::new, "[A-Z_]{3,64}", List.of("WALLET_FROZEN", "E102", "Wallet")),
                new Code(SealedText::new, "[A-Za-z0-9_-]{1,2048}", List.of("c2VhbGVk", "c2VhbGVk=", "+/")),
                new Code(key(Algorithm.ED25519), "[A-Za-z0-9_-]{43}", List.of("A=", "A".repeat(42) + "=")),
                new Code(key(Algorithm.ECDSA_P256_SHA256), "[A-Za-z0-9_-]{87}", List.of("B".repeat(86) + "+")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_holds_what_it_promises_and_nothing_else(Code code) {
        Stream.of(code.texts().stream(), lengths(), characters())
                .flatMap(texts -> texts)
                .forEach(text -> {
                    if (text.matches(code.promised())) {
                        assertThat(code.of().apply(text))
                                .as(text)
                                .isEqualTo(code.of().apply(text));
                    } else {
                        assertThatThrownBy(() -> code.of().apply(text))
                                .as(text)
                                .isInstanceOf(IllegalArgumentException.class);
                    }
                });
    }

    private static Function<String, Object> key(Algorithm algorithm) {
        return text -> new PublicKey(algorithm, text);
    }

    private static List<String> cardNumbers() {
        return List.of(
                "4242424242424242", "tok_4242424242424", "tok_424242424242", "1-4242424242424-1", "424242_4242424242");
    }

    private static Stream<String> lengths() {
        return Stream.of(0, 1, 2, 3, 31, 32, 33, 42, 43, 44, 63, 64, 65, 86, 87, 88, 127, 128, 129, 2_048, 2_049)
                .flatMap(length -> Stream.of("a".repeat(length), "A".repeat(length)));
    }

    private static Stream<String> characters() {
        return IntStream.range(0, 300).mapToObj(c -> "aa" + (char) c + "a");
    }
}
