package io.microwallet.eventstore.rebuild;

/** A writer has the partition open: its indexes cannot be built anew under it. */
public final class WriterOpenException extends Exception {
    private static final long serialVersionUID = 1;

    WriterOpenException(int partition) {
        super("a writer has partition " + partition + " open");
    }
}
