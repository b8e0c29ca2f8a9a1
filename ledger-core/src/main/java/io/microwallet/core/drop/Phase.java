package io.microwallet.core.drop;

/** What an announced drop is at some instant. */
public sealed interface Phase {
    Units units();

    /** Not begun. */
    record Scheduled(Units units) implements Phase {}

    /** It has a unit to sell. */
    record Live(Units units) implements Phase {}

    /** Nothing is free just now: a hold that lapses or is let go of makes it live again. */
    record SoldOut(Units units) implements Phase {}

    /** It is over; units that are held can still be captured. */
    record Closed(Units units) implements Phase {}
}
