package io.microwallet.eventstore.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagFilterTest {
    private static final LedgerId LEDGER = new LedgerId(new UUID(1, 1));
    private static final int EVENTS = 500;

    private static List<WalletId> wallets(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> new WalletId(new UUID(random.nextLong(), random.nextLong())))
                .limit(EVENTS)
                .toList();
    }

    private static TagFilter filterOf(List<WalletId> wallets) {
        return TagFilter.of(IntStream.range(0, wallets.size())
                .mapToObj(i ->
                        new RecordedEvent(i, Instant.EPOCH, LEDGER, Optional.empty(), new WalletFrozen(wallets.get(i))))
                .toList());
    }

    @Test
    void no_tag_of_its_events_is_denied() {
        for (var seed = 0; seed < 20; seed++) {
            var wallets = wallets(seed);
            var filter = filterOf(wallets);
            assertThat(wallets).allMatch(wallet -> filter.mayContain(wallet.tag()));
        }
    }

    @Test
    void most_others_are() {
        var filter = filterOf(wallets(1));
        assertThat(wallets(2))
                .filteredOn(wallet -> filter.mayContain(wallet.tag()))
                .hasSizeLessThan(EVENTS / 10);
    }

    @Test
    void without_events_it_denies_everything() {
        assertThat(wallets(3)).noneMatch(wallet -> filterOf(List.of()).mayContain(wallet.tag()));
    }
}
