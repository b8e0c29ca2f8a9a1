package io.microwallet.eventstore.codec;

/** How values of one type are stored. */
interface ValueCodec<T> {
    void write(JsonBuffer out, T value);

    /** @throws IllegalArgumentException for what {@link #write} would not have written */
    T read(JsonCursor in);
}
