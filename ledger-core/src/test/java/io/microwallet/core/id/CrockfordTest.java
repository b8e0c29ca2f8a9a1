package io.microwallet.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrockfordTest {
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 00000000000000000000000000",
        "00000000-0000-0000-0000-000000000001, 00000000000000000000000001",
        "00000000-0000-0000-0000-000000000020, 00000000000000000000000010",
        "00000000-0000-0001-0000-000000000000, 0000000000000G000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 7ZZZZZZZZZZZZZZZZZZZZZZZZZ"
    })
    void digits_stand_for_five_bits_each(UUID value, String digits) {
        assertThat(Crockford.encode(value)).isEqualTo(digits);
        assertThat(Crockford.decode(digits)).isEqualTo(value);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_123})
    void order_of_digits_is_order_of_values(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++) {
            var one = new UUID(random.nextLong(), random.nextLong());
            var other = new UUID(one.getMostSignificantBits(), random.nextLong());

            assertThat(Integer.signum(Crockford.encode(one).compareTo(Crockford.encode(other))))
                    .isEqualTo(Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000000000000000000000000",
                "000000000000000000000000000",
                "80000000000000000000000000",
                "0000000000000000000000000I",
                "0000000000000000000000000L",
                "0000000000000000000000000O",
                "0000000000000000000000000U",
                "0000000000000000000000000a",
                "0000000000000000000000000é",
                "-0000000000000000000000000",
                " 0000000000000000000000000"
            })
    void any_other_text_is_refused(String text) {
        assertThatThrownBy(() -> Crockford.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_prefix_is_a_whole_word() {
        var digits = Crockford.encode(new UUID(1, 2));

        assertThat(Crockford.decode("w", "w_" + digits)).isEqualTo(new UUID(1, 2));
        assertThatThrownBy(() -> Crockford.decode("w", "w" + digits)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Crockford.decode("w", "wx_" + digits)).isInstanceOf(IllegalArgumentException.class);
    }
}
