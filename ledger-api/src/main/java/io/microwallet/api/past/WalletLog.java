package io.microwallet.api.past;

import io.microwallet.core.books.Reading;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.wallet.WalletId;
import java.util.function.Predicate;

/** All that ever happened to one wallet. */
public final class WalletLog {
    private static final int EVENTS_A_READ = 1_000;

    private WalletLog() {}

    /** Its events, oldest first, in bounded memory, as long as the consumer wants more. */
    public static void read(Reading reading, WalletId wallet, Predicate<RecordedEvent> wantsMore) {
        var position = -1L;
        while (true) {
            var events = reading.after(wallet.tag(), position, EVENTS_A_READ);
            for (var event : events) {
                if (!wantsMore.test(event)) {
                    return;
                }
                position = event.position();
            }
            if (events.size() < EVENTS_A_READ) {
                return;
            }
        }
    }
}
