package org.intercomjira.embedded.host.service;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's advisory locks on one connection that lives as long as the node: when the node dies the server frees them. */
final class AdvisoryLocks implements NamedLock.Fence, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLocks.class);
    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource database;
    private Connection session;

    AdvisoryLocks(DataSource database) {
        this.database = database;
    }

    @Override
    public synchronized boolean tryAcquire(String name) {
        return ask("select pg_try_advisory_lock(?)", name);
    }

    @Override
    public synchronized void release(String name) {
        ask("select pg_advisory_unlock(?)", name);
    }

    private boolean ask(String question, String name) {
        try {
            if (session == null || !session.isValid(SECONDS_TO_ANSWER)) {
                renewSession();
            }
            try (PreparedStatement statement = session.prepareStatement(question)) {
                statement.setLong(1, number(name));
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The cluster lock " + name + " cannot be asked for", e);
        }
    }

    private void renewSession() throws SQLException {
        Connection old = session;
        session = null;
        giveBack(old);
        session = database.getConnection();
    }

    /** The pool would miss it for ever, and with it whatever its last error holds. */
    private static void giveBack(Connection lost) {
        try {
            if (lost != null) {
                lost.close();
            }
        } catch (SQLException e) {
            LOG.debug("The session of the cluster locks had been lost", e);
        }
    }

    private static long number(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    @Override
    public synchronized void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
