package io.microwallet.api.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "my card 4111 1111 1111 1111 12/29",
                "4222222222222",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "6011111111111117",
                "3530111333300000",
                "6200000000000005",
                "6759649826438453",
                "order-4111111111111111",
                "550e8400-e29b-41d4-a716-446655440000 4111-1111-1111-1111",
                "41111111-1111-1111-0000-000000000000",
            })
    void a_card_number_is_seen_whatever_stands_round_it(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "9780201379624",
                "5012345678900",
                "1700000000000",
                "20261123154347123456",
                "550e8400-e29b-41d4-a716-446655440000",
                "order-1002",
                "+49 30 901820",
                "",
            })
    void other_numbers_are_let_through(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }

    @Test
    void a_random_uuid_is_never_taken_for_one() {
        var random = new Random(20261124);
        assertThat(Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                        .limit(200_000)
                        .map(UUID::toString)
                        .filter(CardNumbers::in))
                .isEmpty();
    }
}
