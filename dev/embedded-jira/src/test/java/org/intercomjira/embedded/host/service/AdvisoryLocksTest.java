package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

public class AdvisoryLocksTest {
    private static final String DATABASE = "jdbc:h2:mem:advisory-locks;INIT=CREATE ALIAS IF NOT EXISTS PG_TRY_ADVISORY_LOCK FOR '"
            + AdvisoryLocksTest.class.getName() + ".yes'";
    private final List<Connection> sessions = new ArrayList<>();

    /** What PostgreSQL would answer. */
    public static boolean yes(long number) {
        return number != 0;
    }

    @Test
    void aLostSessionGoesBackToThePool() throws SQLException {
        try (AdvisoryLocks locks = new AdvisoryLocks(pool())) {
            assertThat(locks.tryAcquire("lane")).isTrue();
            assertThat(locks.tryAcquire("lane")).isTrue();

            assertThat(sessions).hasSize(2);
            assertThat(sessions.get(0).isClosed()).isTrue();
            assertThat(sessions.get(1).isClosed()).isFalse();
        }
    }

    /** Its sessions do not live long. */
    private DataSource pool() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Connection session = DriverManager.getConnection(DATABASE);
            sessions.add(session);
            return proxy(Connection.class, (self, asked, given) -> asked.getName().equals("isValid") ? Boolean.FALSE : asked.invoke(session, given));
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(AdvisoryLocksTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
