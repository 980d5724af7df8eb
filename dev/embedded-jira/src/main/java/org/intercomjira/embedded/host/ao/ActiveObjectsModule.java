package org.intercomjira.embedded.host.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;

/** Makes Active Objects for plugins from their {@code <ao>} modules. */
public final class ActiveObjectsModule {
    private static final String VERSION_KEY_ENDING = "_#";

    private final TransactionalDataSource database;
    private final boolean postgreSql;
    private final PluginSettings settings;
    private final ClusterLockService locks;

    /** @param settings where the model versions are kept, under {@code AO_xxxxxx_#} as in Jira */
    public ActiveObjectsModule(TransactionalDataSource database, boolean postgreSql, PluginSettings settings, ClusterLockService locks) {
        this.database = database;
        this.postgreSql = postgreSql;
        this.settings = settings;
        this.locks = locks;
    }

    /**
     * The plugin's Active Objects, still closed.
     *
     * @param tasks makes an upgrade task of its class with the plugin's beans; called when the tables are migrated
     */
    public PluginActiveObjects forPlugin(PluginDescriptor descriptor, PluginContent content, Function<Class<?>, Object> tasks) {
        List<DescriptorElement> modules = descriptor.modules("ao");
        if (modules.size() > 1) {
            throw new PluginException("A plugin may have one <ao> module only");
        }
        List<Class<?>> entities = classes(modules, "entity", content);
        List<Class<?>> upgrades = classes(modules, "upgradeTask", content);
        String namespace = modules.stream().findFirst().flatMap(module -> module.attribute("namespace")).orElse(descriptor.key());
        String prefix = EntityManagers.prefix(namespace);
        return new PluginActiveObjects(database, EntityManagers.open(database, postgreSql, namespace), entities, (manager, ao) -> {
            Lock lock = locks.getLockForName("ao-upgrade-" + prefix);
            lock.lock();
            try {
                upgrade(prefix, upgrades.stream().map(tasks).map(ActiveObjectsUpgradeTask.class::cast).toList(), ao);
                migrate(manager, entities);
            } finally {
                lock.unlock();
            }
        });
    }

    private static List<Class<?>> classes(List<DescriptorElement> modules, String element, PluginContent content) {
        return modules.stream().flatMap(module -> module.children(element).stream())
                .<Class<?>>map(child -> content.load(child.text(), child.toString())).toList();
    }

    private void upgrade(String prefix, List<ActiveObjectsUpgradeTask> tasks, ActiveObjects ao) {
        String key = prefix + VERSION_KEY_ENDING;
        ModelVersion before = ModelVersion.valueOf(String.valueOf(settings.get(key) == null ? 0 : settings.get(key)));
        tasks.stream().sorted(Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion)).filter(task -> task.getModelVersion().isNewerThan(before)).forEach(task -> {
            task.upgrade(ModelVersion.valueOf(String.valueOf(settings.get(key) == null ? 0 : settings.get(key))), ao);
            settings.put(key, task.getModelVersion().toString());
        });
    }

    @SuppressWarnings("unchecked")
    static void migrate(EntityManager manager, List<Class<?>> entities) {
        try {
            manager.migrate(entities.toArray(Class[]::new));
        } catch (SQLException e) {
            throw new PluginException("The tables cannot be migrated: " + e.getMessage(), e);
        }
    }
}
