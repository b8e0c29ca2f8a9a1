package io.microwallet.eventstore.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.decide.EntityCache.Loaded;
import io.microwallet.eventstore.decide.Reservations.Reservation;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What was never born is not looked for, and of what was nothing is missed, whoever loads it whenever. */
class EntityCacheTest {
    private static final EntityCache.Keeper NO_KEEPER = new EntityCache.Keeper() {
        @Override
        public boolean wants(Known known) {
            return false;
        }

        @Override
        public void keep(Tag tag, Known known, BooleanSupplier stands) {}
    };

    private final LedgerId ledger = new LedgerId(UUID.randomUUID());
    private final WalletId wallet = new WalletId(UUID.randomUUID());
    private final BirthFilter births = BirthFilter.of(new SecureRandom(), Long.MAX_VALUE);
    private final EntityCache cache = new EntityCache(1_000, NO_KEEPER, births);
    private int loads;

    private RecordedEvent recorded(long position, Event event) {
        return new RecordedEvent(position, Instant.EPOCH, ledger, Optional.empty(), event);
    }

    private Call freeze() {
        var id = new RequestId(new ClientId(UUID.randomUUID()), new IdempotencyKey(UUID.randomUUID()));
        var fingerprint = new Fingerprint(1, 2);
        var request = new Request(id, fingerprint, ledger, Operation.FREEZE_WALLET, 1, 1, Instant.MAX);
        return new Call(request, new Reservation(id, fingerprint), new FreezeWallet(wallet), false);
    }

    private RecordedEvent opened() {
        return recorded(1, new WalletOpened(ledger, wallet, new ClientId(UUID.randomUUID()), null, null));
    }

    private RecordedEvent frozen() {
        return recorded(2, new WalletFrozen(wallet));
    }

    private Loaded loaded(RecordedEvent... events) {
        loads++;
        var known = Known.unborn(wallet);
        for (var event : events) {
            known = Overlay.evolved(known, event);
        }
        return new Loaded(known, events.length);
    }

    private Wallet known(RecordedEvent... durable) {
        return (Wallet) cache.get(wallet, () -> loaded(durable)).state();
    }

    @Test
    void what_was_never_born_is_not_looked_for() {
        births.whole();
        assertThat(known()).isInstanceOf(Wallet.Unborn.class);
        assertThat(loads).isZero();
    }

    @Test
    void until_the_filter_is_whole_everything_is_looked_for() {
        assertThat(known(opened())).isInstanceOf(Wallet.Open.class);
        assertThat(loads).isOne();
    }

    /** It may have been decided with nobody there to keep its state: the filter alone remembers it. */
    @Test
    void what_was_decided_a_moment_ago_is_looked_for() {
        births.whole();
        cache.decided(opened(), _ -> null);
        assertThat(known(opened())).isInstanceOf(Wallet.Open.class);
        assertThat(loads).isOne();
    }

    @Test
    void what_is_born_after_somebody_asked_for_it_is_born_where_they_left_it() {
        births.whole();
        assertThat(known()).isInstanceOf(Wallet.Unborn.class);
        cache.decided(opened(), _ -> null);
        assertThat(known()).isInstanceOf(Wallet.Open.class);
        assertThat(loads).isZero();
    }

    @Test
    void what_was_thrown_away_is_looked_for() {
        births.whole();
        known();
        cache.decided(opened(), _ -> null);
        cache.clear();
        assertThat(known()).isInstanceOf(Wallet.Unborn.class);
        assertThat(loads).isOne();
    }

    /** Else the group would decide over a state that lacks an event of its own. */
    @Test
    void what_is_loaded_while_a_group_changes_it_unseen_is_not_known_to_that_group() {
        var overlay = new Overlay(cache);
        var call = freeze();
        overlay.stage(List.of(recorded(2, new WalletFrozen(wallet))));
        overlay.keep();
        cache.get(ledger, () -> new Loaded(Known.unborn(ledger), 0));
        known(opened());
        assertThat(overlay.holdsAll(call)).isFalse();
        cache.decided(frozen(), overlay::changed);
        overlay.clear();
        assertThat(overlay.holdsAll(call)).isTrue();
        assertThat(((Wallet.Open) known()).frozen()).isTrue();
    }
}
