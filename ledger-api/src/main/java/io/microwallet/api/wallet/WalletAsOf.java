package io.microwallet.api.wallet;

import io.microwallet.core.books.Books;
import io.microwallet.core.books.Reading;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;

/** A wallet exactly as of a durable position: what that position says, no more and no less. */
public record WalletAsOf(Wallet wallet, long position) {
    private static final int TRIES = 3;
    private static final int EVENTS_A_READ = 1_000;

    public static WalletAsOf read(Books books, WalletId id) {
        for (var i = 0; i < TRIES; i++) {
            var before = books.open();
            var wallet = books.read(id);
            // Nothing of this wallet after the position: the state is the one of that position.
            if (books.open().after(id.tag(), before.position(), 1).isEmpty()) {
                return new WalletAsOf(wallet, before.position());
            }
        }
        return replayed(books.open(), id);
    }

    /** For a wallet that changes faster than it is read. */
    private static WalletAsOf replayed(Reading reading, WalletId id) {
        var wallet = id.unborn();
        var position = -1L;
        while (true) {
            var events = reading.after(id.tag(), position, EVENTS_A_READ);
            for (var event : events) {
                wallet = wallet.evolve(event.event(), event.at());
                position = event.position();
            }
            if (events.size() < EVENTS_A_READ) {
                return new WalletAsOf(wallet, reading.position());
            }
        }
    }
}
