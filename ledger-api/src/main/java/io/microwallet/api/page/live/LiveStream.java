package io.microwallet.api.page.live;

import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What one open page has yet to be told; a signal that waits already is not kept twice, so a slow reader costs nothing. */
public final class LiveStream {
    private final LinkId link;
    private final WalletId wallet;
    private final String session;
    private long position;
    private final EnumSet<Signal> waiting = EnumSet.noneOf(Signal.class);

    LiveStream(LinkId link, WalletId wallet, String session, long position) {
        this.link = link;
        this.wallet = wallet;
        this.session = session;
        this.position = position;
    }

    LinkId link() {
        return link;
    }

    WalletId wallet() {
        return wallet;
    }

    String session() {
        return session;
    }

    /** Everything up to here has been told, or waits to be. */
    synchronized long position() {
        return position;
    }

    synchronized void tell(Signal signal, long at) {
        position = Math.max(position, at);
        tell(signal);
    }

    synchronized void tell(Signal signal) {
        waiting.add(signal);
        notifyAll();
    }

    /** What came since the last call, at the latest after {@code max}; empty if nothing did. */
    synchronized Set<Signal> await(Duration max) throws InterruptedException {
        var deadline = System.nanoTime() + max.toNanos();
        var left = max.toMillis();
        while (waiting.isEmpty() && left > 0) {
            wait(left);
            left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        var told = EnumSet.copyOf(waiting);
        waiting.clear();
        return told;
    }
}
