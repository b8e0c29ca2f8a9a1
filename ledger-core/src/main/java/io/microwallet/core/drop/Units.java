package io.microwallet.core.drop;

/** A drop's stock, and where it is at some instant. What has lapsed by then is free. */
public record Units(int stock, int sold, int held, int free) {
    /** @throws IllegalArgumentException unless nothing is below zero and together they are the stock */
    public Units {
        if (sold < 0 || held < 0 || free < 0 || sold + held + free != stock) {
            throw new IllegalArgumentException(
                    "%d sold, %d held and %d free are not a stock of %d".formatted(sold, held, free, stock));
        }
    }
}
