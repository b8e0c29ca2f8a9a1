package io.microwallet.api.bench.baseline;

import java.sql.SQLException;
import java.util.List;

/** One way to write the same events into the same database, over connections that are open before the clock starts. */
interface Baseline extends AutoCloseable {
    /** The statements that make its tables. */
    List<String> tables();

    /** Inserts durable events until then. @param end by the clock of nanoTime @return how many */
    long insertUntil(long end) throws Exception;

    @Override
    void close() throws SQLException;
}
