package io.microwallet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationSignatureTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final byte[] BODY = bytes("{\"a\":1}");

    private final NotificationSignature signature =
            new NotificationSignature(bytes("0123456789abcdef0123456789abcdef"));

    @Test
    void openssl_makes_the_same_signature() {
        // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(signature.sign(BODY, NOW))
                .isEqualTo("t=1700000000,v1=f05f2539e3ae1c49aec5f8cfdad75ef6b06480b133973ffbb7ec9e18827af177");
    }

    @Test
    void one_byte_more_or_less_is_another_body() {
        var header = signature.sign(BODY, NOW);

        assertThat(signature.matches(header, BODY, NOW)).isTrue();
        assertThat(signature.matches(header, bytes("{\"a\": 1}"), NOW)).isFalse();
        assertThat(signature.matches(header, bytes("{\"a\":2}"), NOW)).isFalse();
    }

    @Test
    void another_secret_signs_nothing_of_ours() {
        var other = new NotificationSignature(bytes("0123456789abcdef0123456789abcdeF"));

        assertThat(signature.matches(other.sign(BODY, NOW), BODY, NOW)).isFalse();
    }

    @Test
    void a_signature_is_good_for_five_minutes_either_way() {
        var header = signature.sign(BODY, NOW);

        assertThat(signature.matches(header, BODY, NOW.plusSeconds(300))).isTrue();
        assertThat(signature.matches(header, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(signature.matches(header, BODY, NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void a_time_that_was_not_signed_does_not_count() {
        var later = signature.sign(BODY, NOW).replace("t=1700000000", "t=1700000001");

        assertThat(signature.matches(later, BODY, NOW)).isFalse();
    }

    @Test
    void anything_else_in_the_header_is_refused() {
        for (var header : new String[] {"", "t=,v1=", "v1=00", "t=1700000000", signature.sign(BODY, NOW) + " "}) {
            assertThat(signature.matches(header, BODY, NOW)).as(header).isFalse();
        }
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> new NotificationSignature(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
