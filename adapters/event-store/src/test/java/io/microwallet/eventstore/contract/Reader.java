package io.microwallet.eventstore.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reads in every way that there is, and compares with the model. */
final class Reader {
    private final World world;
    private final Random random;

    Reader(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** A row that was in doubt may go in at any moment: what is compared is a moment at which none did. */
    void read(List<WalletId> wallets) {
        while (true) {
            var reading = world.reading();
            assertThat(reading.position()).isGreaterThanOrEqualTo(world.model.newestTold());
            world.model.grow(log());
            if (reading.position() == world.model.last() && agree(reading, wallets)) {
                return;
            }
        }
    }

    private boolean agree(Reading reading, List<WalletId> wallets) {
        var wallet = wallets.get(random.nextInt(wallets.size()));
        tagged(reading, wallet.tag());
        tagged(reading, world.till.merchant.tag());
        tagged(reading, world.till.ledger.tag());
        assertThat(world.<List<?>>eventually(() -> reading.totals(world.till.ledger)))
                .isEqualTo(world.model.totals(world.till.ledger));
        scanned(reading);
        positions(reading);
        var state = world.eventually(() -> world.store().books().read(wallet));
        var merchant = world.eventually(() -> world.store().books().read(world.till.merchant));
        if (log().size() - 1 > world.model.last()) {
            return false;
        }
        assertThat(state).isEqualTo(world.model.state(wallet));
        assertThat(merchant).isEqualTo(world.model.state(world.till.merchant));
        return true;
    }

    private void tagged(Reading reading, Tag tag) {
        var limit = 1 + random.nextInt(40);
        var after = random.nextLong(world.model.last() + 2) - 1;
        var all = world.model.tagged(tag);
        assertThat(world.<List<RecordedEvent>>eventually(() -> reading.after(tag, after, limit)))
                .isEqualTo(all.stream()
                        .filter(e -> e.position() > after)
                        .limit(limit)
                        .toList());
        assertThat(world.<List<RecordedEvent>>eventually(() -> reading.before(tag, after, limit)))
                .isEqualTo(all.reversed().stream()
                        .filter(e -> e.position() < after)
                        .limit(limit)
                        .toList());
    }

    private void scanned(Reading reading) {
        var from = random.nextLong(world.model.last() + 1);
        var to = from + random.nextLong(world.model.last() + 1 - from);
        var found = world.eventually(() -> {
            var events = new ArrayList<RecordedEvent>();
            reading.scan(world.till.ledger, from, to, events::add);
            return events;
        });
        assertThat(found)
                .isEqualTo(world.model.of(world.till.ledger).stream()
                        .filter(e -> e.position() >= from && e.position() <= to)
                        .toList());
    }

    private void positions(Reading reading) {
        var some = random.longs(5, 0, world.model.last() + 1).boxed().toList();
        assertThat(world.<List<RecordedEvent>>eventually(() -> reading.at(some)))
                .isEqualTo(some.stream().map(world.model::at).toList());
        assertThat(world.eventually(() -> reading.at(some.getFirst()))).isEqualTo(world.model.at(some.getFirst()));
    }

    private List<RecordedEvent> log() {
        try {
            return world.log();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
