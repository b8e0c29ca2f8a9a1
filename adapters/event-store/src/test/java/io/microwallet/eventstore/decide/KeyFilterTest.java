package io.microwallet.eventstore.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.RequestId;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private static final ClientId CLIENT = new ClientId(UUID.randomUUID());

    private static KeyFilter filter(long bytesMax) {
        return new KeyFilter(new GrowingFilter(new SecureRandom(), 1_000, bytesMax));
    }

    private static RequestId fresh() {
        return new RequestId(CLIENT, new IdempotencyKey(UUID.randomUUID()));
    }

    @Test
    void it_knows_every_key_across_layers_and_hardly_any_other() {
        var filter = filter(Long.MAX_VALUE);
        filter.whole();
        var known = Stream.generate(KeyFilterTest::fresh).limit(20_000).toList();
        known.forEach(filter::add);
        assertThat(known).allMatch(filter::mayContain);
        var mistaken = Stream.generate(KeyFilterTest::fresh)
                .limit(20_000)
                .filter(filter::mayContain)
                .count();
        assertThat(mistaken).isLessThan(1_000);
    }

    @Test
    void until_it_is_whole_every_key_goes_to_the_table() {
        var filter = filter(Long.MAX_VALUE);
        assertThat(filter.mayContain(fresh())).isTrue();
    }

    @Test
    void with_no_room_to_grow_it_still_knows_every_key() {
        var filter = filter(3_000);
        filter.whole();
        var known = Stream.generate(KeyFilterTest::fresh).limit(20_000).toList();
        known.forEach(filter::add);
        assertThat(known).allMatch(filter::mayContain);
    }
}
