package io.microwallet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.id.Crockford;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletTokenTest {
    private static final int FIRST_DIGIT = WalletToken.PREFIX.length();
    private static final Random RANDOM = new Random(20261123);

    @Test
    void a_token_is_w1_with_24_digits_and_a_check_character_and_keeps_its_120_bits() {
        for (var i = 0; i < 1_000; i++) {
            var bytes = randomBytes();
            var token = WalletToken.of(bytes);
            assertThat(token.text()).matches("w1_[0-9A-HJKMNP-TV-Z]{25}");
            assertThat(WalletToken.parse(token.text()).bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void every_single_wrong_character_of_a_token_is_refused() {
        for (var i = 0; i < 20; i++) {
            var text = WalletToken.of(randomBytes()).text();
            for (var place = FIRST_DIGIT; place < text.length(); place++) {
                for (var digit : Crockford.DIGITS.toCharArray()) {
                    if (digit != text.charAt(place)) {
                        refused(text.substring(0, place) + digit + text.substring(place + 1));
                    }
                }
            }
        }
    }

    @Test
    void every_swap_of_neighbours_in_a_token_is_refused_the_check_character_included() {
        for (var i = 0; i < 200; i++) {
            var text = WalletToken.of(randomBytes()).text();
            for (var place = FIRST_DIGIT; place < text.length() - 1; place++) {
                if (text.charAt(place) != text.charAt(place + 1)) {
                    var swapped = new StringBuilder(text);
                    swapped.setCharAt(place, text.charAt(place + 1));
                    swapped.setCharAt(place + 1, text.charAt(place));
                    refused(swapped.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w1_",
                "w2_EQBV748S8MB0HCCYZZ7JNEEN8",
                "w1_EQBV748S8MB0HCCYZZ7JNEEN",
                "w1_EQBV748S8MB0HCCYZZ7JNEEN80",
                "w1_eqbv748s8mb0hccyzz7jneen8",
                "w1_EQBV748S8MBOHCCYZZ7JNEEN8",
                " w1_EQBV748S8MB0HCCYZZ7JNEEN8",
                "w1_EQBV748S8MB0HCCYZZ7JNEEN\u0663"
            })
    void any_other_text_is_refused(String text) {
        refused(text);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> WalletToken.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] randomBytes() {
        var bytes = new byte[WalletToken.BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
