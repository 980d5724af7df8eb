package org.intercomjira.embedded.host.ao;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.java.ao.DisposableDataSource;

/** Gives a thread that is in a transaction the transaction's connection, and others one of their own. */
public final class TransactionalDataSource implements DisposableDataSource {
    private static final Set<String> LEFT_TO_THE_TRANSACTION = Set.of("close", "commit", "rollback", "setAutoCommit", "setTransactionIsolation");

    private final DataSource database;
    private final ThreadLocal<Transaction> running = new ThreadLocal<>();

    private static final class Transaction {
        private final Connection connection;
        private boolean mustRollBack;

        Transaction(Connection connection) {
            this.connection = connection;
        }
    }

    public TransactionalDataSource(DataSource database) {
        this.database = database;
    }

    /**
     * Runs the work in the running transaction, or in a new one that is committed at its end.
     *
     * @throws IllegalStateException when a part of the work failed, which undoes all of it, and yet the rest went on as if it had not
     */
    public <T> T inTransaction(Supplier<T> work) {
        return running.get() != null ? join(work) : begin(work);
    }

    private <T> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            running.get().mustRollBack = true;
            throw e;
        }
    }

    private <T> T begin(Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Transaction transaction = new Transaction(connection);
            running.set(transaction);
            return finish(work, transaction);
        } catch (SQLException e) {
            throw new IllegalStateException("The transaction failed: " + e.getMessage(), e);
        }
    }

    private <T> T finish(Supplier<T> work, Transaction transaction) throws SQLException {
        boolean committed = false;
        try {
            T result = work.get();
            if (transaction.mustRollBack) {
                throw new IllegalStateException("A part of this transaction failed, so nothing of it is kept");
            }
            transaction.connection.commit();
            committed = true;
            return result;
        } finally {
            running.remove();
            if (!committed) {
                transaction.connection.rollback();
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Transaction transaction = running.get();
        return transaction == null ? database.getConnection() : leased(transaction.connection);
    }

    private static Connection leased(Connection connection) {
        return (Connection) Proxy.newProxyInstance(TransactionalDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (LEFT_TO_THE_TRANSACTION.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** The database is not Active Objects' own. */
    @Override
    public void dispose() {
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        database.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
