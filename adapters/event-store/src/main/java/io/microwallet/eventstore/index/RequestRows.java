package io.microwallet.eventstore.index;

import io.microwallet.core.request.RequestId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of {@code request}, column by column. */
public final class RequestRows {
    private static final int CLIENT_BITS = 16;

    private final List<RequestId> requests = new ArrayList<>();
    private long[] positions = new long[1 << 10];

    /** Takes one row. */
    @FunctionalInterface
    public interface Each {
        void row(RequestId request, long position);
    }

    void add(RequestId request, long position) {
        if (requests.size() == positions.length) {
            positions = Arrays.copyOf(positions, 2 * positions.length);
        }
        positions[requests.size()] = position;
        requests.add(request);
    }

    /** In the order in which they came. */
    public void forEach(Each each) {
        for (var row = 0; row < requests.size(); row++) {
            each.row(requests.get(row), positions[row]);
        }
    }

    void write(BinaryCopy copy, int partition) throws SQLException {
        for (var row : RowOrder.of(requests.size(), this::rank)) {
            var request = requests.get(row);
            copy.row(4)
                    .smallint(partition)
                    .uuid(request.client().value())
                    .uuid(request.key().value())
                    .bigint(positions[row]);
        }
    }

    /** A client's first bits tell it from most others, and its keys go side by side. */
    private long rank(int row) {
        var client = requests.get(row).client().value().getMostSignificantBits();
        var key = requests.get(row).key().value().getMostSignificantBits();
        var keyBits = RowOrder.RANK_BITS - CLIENT_BITS;
        return client >>> Long.SIZE - CLIENT_BITS << keyBits | key >>> Long.SIZE - keyBits;
    }
}
