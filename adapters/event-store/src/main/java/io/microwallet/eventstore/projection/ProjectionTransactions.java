package io.microwallet.eventstore.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.messaging.core.unitofwork.transaction.Transaction;
import org.axonframework.messaging.core.unitofwork.transaction.TransactionManager;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** One transaction a batch, on the thread that works on it: what the token store writes goes in with the projection's rows. */
final class ProjectionTransactions implements TransactionManager, ConnectionProvider {
    private final DataSource database;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    ProjectionTransactions(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean requiresSameThreadInvocations() {
        return true;
    }

    @Override
    public Transaction startTransaction() {
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            current.set(connection);
            return new Running(connection);
        } catch (SQLException e) {
            throw new JdbcException("no connection for a projection", e);
        }
    }

    /** The batch's own connection; whoever closes it ends nothing. */
    @Override
    public Connection getConnection() throws SQLException {
        var connection = current.get();
        if (connection == null) {
            throw new SQLException("no projection's transaction on this thread");
        }
        return uncloseable(connection);
    }

    /** Whether nothing at all was sent in this thread's transaction: nothing of it would be lost. */
    boolean isUntouched() {
        try {
            return getConnection().unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        } catch (SQLException e) {
            throw new JdbcException("a projection's transaction is gone", e);
        }
    }

    private static Connection uncloseable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private final class Running implements Transaction {
        private final Connection connection;

        Running(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void commit() {
            end(Connection::commit);
        }

        @Override
        public void rollback() {
            end(Connection::rollback);
        }

        private void end(Step step) {
            current.remove();
            try (connection) {
                step.on(connection);
            } catch (SQLException e) {
                throw new JdbcException("a projection's transaction did not end", e);
            }
        }
    }

    private interface Step {
        void on(Connection connection) throws SQLException;
    }
}
