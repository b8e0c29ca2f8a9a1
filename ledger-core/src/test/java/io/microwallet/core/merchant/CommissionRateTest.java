package io.microwallet.core.merchant;

import static io.microwallet.core.given.PopUp.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommissionRateTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0",
        "1000, 0, 0",
        "1000, 250, 25",
        "50, 100, 0", // 0.5 goes to the even 0
        "150, 100, 2", // 1.5 goes to the even 2
        "250, 100, 2", // 2.5 goes to the even 2
        "251, 100, 3",
        "249, 100, 2",
        "9007199254740991, 10000, 9007199254740991",
        "9007199254740991, 9999, 9006298534815517",
        "9007199254740991, 1, 900719925474"
    })
    void a_share_is_rounded_half_to_even(long amount, int basisPoints, long share) {
        assertThat(new CommissionRate(basisPoints).of(eur(amount))).isEqualTo(eur(share));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20_261_123, 4, 77})
    void a_share_is_exact_for_any_amount(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++) {
            var amount = random.nextLong(Money.AMOUNT_MAX + 1) >>> random.nextInt(54);
            var basisPoints = random.nextInt(CommissionRate.BASIS_POINTS_MAX + 1);
            var exact = BigDecimal.valueOf(amount)
                    .multiply(BigDecimal.valueOf(basisPoints))
                    .movePointLeft(4);

            assertThat(new CommissionRate(basisPoints).of(eur(amount)).amount())
                    .as("%d at %d basis points", amount, basisPoints)
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001, Integer.MAX_VALUE})
    void a_rate_is_nought_to_all(int basisPoints) {
        assertThatThrownBy(() -> new CommissionRate(basisPoints)).isInstanceOf(IllegalArgumentException.class);
    }
}
