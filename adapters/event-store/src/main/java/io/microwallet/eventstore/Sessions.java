package io.microwallet.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** The store's own connections to its database. */
final class Sessions {
    /** Plans made on nearly empty tables slowed the look-ups of a fast-growing log to a sixth. */
    private static final String OPTIONS =
            "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off -c synchronous_commit=on";

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 30;
    private static final Duration WAIT_FOR_READER = Duration.ofSeconds(2);

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    Sessions(String url, String user, String password) {
        database.setUrl(url);
        database.setUser(user);
        database.setPassword(password);
        database.setOptions(OPTIONS);
        database.setTcpKeepAlive(true);
        database.setConnectTimeout(CONNECT_SECONDS);
        database.setSocketTimeout(ANSWER_SECONDS);
        database.setApplicationName("microwallet");
        database.setReWriteBatchedInserts(true);
    }

    Connection open() throws SQLException {
        return database.getConnection();
    }

    /** A caller waits two seconds for a connection at most. */
    HikariDataSource pool(String name, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(WAIT_FOR_READER.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
