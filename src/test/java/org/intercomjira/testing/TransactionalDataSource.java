package org.intercomjira.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.java.ao.DisposableDataSource;

/** Gives every statement of a transaction the same connection, as Jira does for the thread. */
final class TransactionalDataSource implements DisposableDataSource {
    private final DataSource source;
    private final Runnable disposal;
    private final ThreadLocal<Connection> joined = new ThreadLocal<>();
    private volatile boolean gone;

    TransactionalDataSource(DataSource source, Runnable disposal) {
        this.source = source;
        this.disposal = disposal;
    }

    <T> T inTransaction(Supplier<T> work) throws SQLException {
        if (joined.get() != null) {
            return work.get();
        }
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            joined.set(connection);
            try {
                T result = work.get();
                refuseWhenGone();
                connection.commit();
                return result;
            } catch (RuntimeException | Error | SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                joined.remove();
                connection.setAutoCommit(true);
            }
        }
    }

    void goAway() {
        gone = true;
    }

    void comeBack() {
        gone = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = joined.get();
        if (connection == null) {
            return open();
        }
        refuseWhenGone();
        return withoutClose(connection);
    }

    private Connection open() throws SQLException {
        refuseWhenGone();
        return withoutEmptyTexts(source.getConnection());
    }

    private void refuseWhenGone() throws SQLException {
        if (gone) {
            throw new SQLException("The database is gone");
        }
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private static Connection withoutEmptyTexts(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && !method.getReturnType().equals(CallableStatement.class)
                ? withoutEmptyTexts(statement, (String) arguments[0]) : result;
        });
    }

    /** Oracle takes an empty text for none: what is written must not rest on the difference. */
    private static PreparedStatement withoutEmptyTexts(PreparedStatement statement, String sql) {
        boolean writes = !sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT");
        return (PreparedStatement) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
            if (writes && method.getName().startsWith("set") && arguments.length > 1 && "".equals(arguments[1])) {
                throw new SQLException("An empty text is written by " + sql);
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void dispose() {
        disposal.run();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
