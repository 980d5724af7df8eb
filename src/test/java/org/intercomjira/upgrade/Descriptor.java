package org.intercomjira.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.java.ao.RawEntity;
import org.intercomjira.testing.TestDatabase;
import org.w3c.dom.NodeList;

/** What the plugin's descriptor says about its tables. */
public final class Descriptor {
    private Descriptor() {
    }

    /**
     * As Jira does it: the tasks in the order of their versions, then the entities in use.
     *
     * @param ran how many of the tasks have made the database what it is, and do not run again
     */
    public static void upgrade(TestDatabase database, int ran) throws Exception {
        List<Class<?>> tasks = named("upgradeTask");
        for (Class<?> task : tasks.subList(ran, tasks.size())) {
            ((ActiveObjectsUpgradeTask) task.getConstructor().newInstance()).upgrade(null, database.activeObjects());
        }
        database.migrate(entities());
    }

    @SuppressWarnings("unchecked")
    static Class<? extends RawEntity<?>>[] entities() throws Exception {
        return named("entity").toArray(Class[]::new);
    }

    private static List<Class<?>> named(String element) throws Exception {
        NodeList names = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("atlassian-plugin.xml").toFile()).getElementsByTagName(element);
        List<Class<?>> classes = new ArrayList<>();
        for (int i = 0; i < names.getLength(); i++) {
            classes.add(Class.forName(names.item(i).getTextContent().strip()));
        }
        assertThat(classes).isNotEmpty();
        return classes;
    }
}
