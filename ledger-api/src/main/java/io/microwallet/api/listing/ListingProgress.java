package io.microwallet.api.listing;

import java.time.Duration;

/** How far the lists are behind the log. */
@FunctionalInterface
public interface ListingProgress {
    /** Whether the lists show everything up to a position, once that is so or the time is over. */
    boolean awaitCaughtUp(long position, Duration atMost);
}
