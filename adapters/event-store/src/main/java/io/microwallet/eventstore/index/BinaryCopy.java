package io.microwallet.eventstore.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format: the fastest way in. */
public final class BinaryCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final int ROW_BYTES_MAX = 1 << 10;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** {@code sql} ends in {@code FROM STDIN (FORMAT binary)}; nothing else is done on the connection until {@link #end}. */
    public BinaryCopy(Connection connection, String sql) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row of so many fields, 1 KiB in all at most. */
    public BinaryCopy row(int fields) throws SQLException {
        if (buffer.remaining() < ROW_BYTES_MAX) {
            flush();
        }
        buffer.putShort((short) fields);
        return this;
    }

    public BinaryCopy smallint(int value) {
        buffer.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    public BinaryCopy bigint(long value) {
        buffer.putInt(Long.BYTES).putLong(value);
        return this;
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            buffer.putInt(NULL);
            return this;
        }
        return uuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }

    BinaryCopy uuid(long high, long low) {
        buffer.putInt(2 * Long.BYTES).putLong(high).putLong(low);
        return this;
    }

    /** @return how many rows there were */
    public long end() throws SQLException {
        row(-1);
        flush();
        return copy.endCopy();
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
