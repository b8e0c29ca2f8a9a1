package io.microwallet.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The code is linear: an error is noticed exactly if the check of the error alone is not zero. So all errors can be tried. */
class CheckDigitTest {
    private static final int DIGITS = 24;

    @Test
    void the_check_of_a_sum_is_the_sum_of_the_checks() {
        var random = new Random(20261123);
        for (var round = 0; round < 1_000; round++) {
            var a = random.ints(DIGITS, 0, 32).toArray();
            var b = random.ints(DIGITS, 0, 32).toArray();
            var sum = IntStream.range(0, DIGITS).map(i -> a[i] ^ b[i]).toArray();
            assertThat(CheckDigit.of(sum)).isEqualTo(CheckDigit.of(a) ^ CheckDigit.of(b));
        }
    }

    @Test
    void every_single_substitution_is_noticed() {
        for (var place = 0; place < DIGITS; place++) {
            for (var error = 1; error < CheckDigit.FIELD; error++) {
                assertThat(CheckDigit.of(error(place, error))).isNotZero();
            }
        }
    }

    @Test
    void every_swap_of_any_two_different_digits_is_noticed() {
        for (var one = 0; one < DIGITS; one++) {
            for (var other = one + 1; other < DIGITS; other++) {
                for (var difference = 1; difference < CheckDigit.FIELD; difference++) {
                    var error = error(one, difference);
                    error[other] = difference;
                    assertThat(CheckDigit.of(error)).isNotZero();
                }
            }
        }
    }

    @Test
    void every_swap_of_a_digit_and_the_check_is_noticed() {
        // Digit d and check c change places: the check of the error, weighted at the digit's place, must differ from
        // it.
        for (var place = 0; place < DIGITS; place++) {
            for (var difference = 1; difference < CheckDigit.FIELD; difference++) {
                assertThat(CheckDigit.of(error(place, difference))).isNotEqualTo(difference);
            }
        }
    }

    @Test
    void the_weights_are_the_powers_of_a_root_of_full_order() {
        var powers = IntStream.iterate(1, CheckDigit::timesAlpha).limit(CheckDigit.FIELD - 1);
        assertThat(powers.distinct().filter(power -> power != 0).count()).isEqualTo(CheckDigit.FIELD - 1);
    }

    @Test
    void more_digits_than_there_are_weights_are_refused() {
        assertThatThrownBy(() -> CheckDigit.of(new int[31])).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] error(int place, int value) {
        var error = new int[DIGITS];
        error[place] = value;
        return error;
    }
}
