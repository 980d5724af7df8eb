package org.intercomjira.embedded.host.ao;

import java.util.List;
import javax.sql.DataSource;

/** Opens Active Objects for entities of the class path. In this package, because the host opens them for bundles only. */
public final class LooseActiveObjects {
    private LooseActiveObjects() {
    }

    /** The tables of these entities, migrated at the first use. */
    public static PluginActiveObjects open(DataSource database, boolean postgreSql, String namespace, List<Class<?>> entities) {
        TransactionalDataSource transactional = new TransactionalDataSource(database);
        PluginActiveObjects ao = new PluginActiveObjects(transactional, EntityManagers.open(transactional, postgreSql, namespace), entities,
                (manager, whileMigrating) -> ActiveObjectsModule.migrate(manager, entities));
        ao.open();
        return ao;
    }
}
