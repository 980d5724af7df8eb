package org.intercomjira.embedded.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/** What a plugin gets as Active Objects: nothing before it has started, then its tables, migrated at the first use. */
public final class PluginActiveObjects implements ActiveObjects, AutoCloseable {
    private final TransactionalDataSource database;
    private final EntityManager manager;
    private final Set<Class<?>> entities;
    private final Once migration;
    private volatile boolean isOpen;

    /** Brings the tables to the entities' shape, through the upgrade tasks where they are due. */
    interface Migration {
        void run(EntityManager manager, ActiveObjects whileMigrating);
    }

    /** @param entities those that the descriptor lists */
    PluginActiveObjects(TransactionalDataSource database, EntityManager manager, Collection<Class<?>> entities, Migration migration) {
        this.database = database;
        this.manager = manager;
        this.entities = Set.copyOf(entities);
        this.migration = new Once(migration);
    }

    /** From now on the plugin may use it. */
    public void open() {
        isOpen = true;
    }

    @Override
    public void close() {
        isOpen = false;
        manager.flushAll();
    }

    @Override
    public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
        return run(() -> manager(type).create(type, params));
    }

    @Override
    public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
        return run(() -> manager(type).get(type, key));
    }

    @Override
    public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
        return run(() -> manager(type).find(type, query));
    }

    @Override
    public <T extends RawEntity<K>, K> void stream(Class<T> type, Query query, EntityStreamCallback<T, K> callback) {
        run(() -> {
            manager(type).stream(type, query, callback);
            return null;
        });
    }

    @Override
    public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
        return run(() -> manager(type).count(type, query));
    }

    @Override
    public void delete(RawEntity<?>... entities) {
        run(() -> {
            manager().delete(entities);
            return null;
        });
    }

    @Override
    public <K> int deleteWithSQL(Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
        return run(() -> manager(type).deleteWithSQL(type, criteria, parameters));
    }

    @Override
    public <T> T executeInTransaction(TransactionCallback<T> callback) {
        manager();
        try {
            return database.inTransaction(callback::doInTransaction);
        } catch (RuntimeException | Error e) {
            manager.flushAll();
            throw e;
        }
    }

    /** For upgrade tasks only: their own frozen entities. */
    @Override
    @SafeVarargs
    public final void migrate(Class<? extends RawEntity<?>>... entities) {
        ActiveObjectsModule.migrate(manager, List.of(entities));
    }

    /** An entity that the descriptor forgets has no table: Jira would answer with an error of the database. Upgrade tasks have their own. */
    private EntityManager manager(Class<?> entity) {
        EntityManager ready = manager();
        if (migration.isDone() && !entities.contains(entity)) {
            throw new IllegalArgumentException("The descriptor's <ao> lists no <entity>" + entity.getName() + "</entity>");
        }
        return ready;
    }

    private EntityManager manager() {
        if (!isOpen) {
            throw new IllegalStateException("Active Objects may be used only between LifecycleAware.onStart and the plugin's stop");
        }
        migration.run(manager, this);
        return manager;
    }

    private static <T> T run(SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    interface SqlWork<T> {
        T run() throws SQLException;
    }

    /** Migrates at the first use; others wait meanwhile, and a failure is tried again by the next. */
    private static final class Once implements Migration {
        private final Migration migration;
        private volatile boolean isDone;
        private boolean isRunning;

        Once(Migration migration) {
            this.migration = migration;
        }

        boolean isDone() {
            return isDone;
        }

        @Override
        public void run(EntityManager manager, ActiveObjects whileMigrating) {
            if (!isDone) {
                runLocked(manager, whileMigrating);
            }
        }

        /** An upgrade task uses Active Objects on the same thread while the migration runs. */
        private synchronized void runLocked(EntityManager manager, ActiveObjects whileMigrating) {
            if (isDone || isRunning) {
                return;
            }
            isRunning = true;
            try {
                migration.run(manager, whileMigrating);
                isDone = true;
            } finally {
                isRunning = false;
            }
        }
    }
}
