package org.intercomjira.bench;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import net.java.ao.DBParam;
import org.intercomjira.connection.ConnectionEntity;
import org.intercomjira.delivery.EngineAccess;
import org.intercomjira.delivery.KillSwitch;
import org.intercomjira.embedded.host.ao.LooseActiveObjects;
import org.intercomjira.embedded.host.ao.PluginActiveObjects;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.service.ClusterRuns;
import org.intercomjira.embedded.host.service.DatabasePluginSettings;
import org.intercomjira.embedded.host.service.HostCaches;
import org.intercomjira.embedded.host.service.HostLocks;
import org.intercomjira.embedded.host.service.HostProperties;
import org.intercomjira.embedded.host.service.HostScheduler;
import org.intercomjira.embedded.host.service.HostTables;
import org.intercomjira.embedded.host.service.SynchronousEvents;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.text.PluginTexts;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.intercomjira.link.LinkEntity;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretPlace;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.recovery.RecoveryTimes;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/** The plugin's own beans over one database, as the embedded Jira's host makes them, but without OSGi and without pages. */
final class Site implements AutoCloseable {
    static final String WORKSPACE = "ecahpwf5";
    private static final String NAMESPACE = "org.intercomjira";
    private static final List<String> FEATURES = List.of("platform", "intercom", "delivery", "recovery", "settings", "connection", "link", "notification");

    private final JiraDatabase database;
    private final DataSource counted;
    private final CountingDataSource statements = new CountingDataSource();
    private final JiraStubs jira;
    private final HostLocks locks;
    private final HostScheduler scheduler;
    private final PluginActiveObjects ao;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    Site(JiraDatabase database, Path home) throws IOException {
        this.database = database;
        counted = statements.around(database.dataSource());
        HostTables.create(database);
        jira = new JiraStubs(new JiraTables(counted));
        locks = new HostLocks(database);
        scheduler = new HostScheduler(new ClusterRuns(database));
        ao = LooseActiveObjects.open(counted, database.isPostgreSql(), NAMESPACE, entities());
        services(home).forEach(beans.getBeanFactory()::registerSingleton);
        new ClassPathBeanDefinitionScanner(beans).scan(FEATURES.stream().map(feature -> NAMESPACE + "." + feature).toArray(String[]::new));
        // Servlets and pages are not wanted: what nobody asks for is not made.
        for (String name : beans.getBeanDefinitionNames()) {
            beans.getBeanDefinition(name).setLazyInit(true);
        }
        beans.refresh();
    }

    private Map<String, Object> services(Path home) throws IOException {
        Map<String, Object> services = new HashMap<>(jira.services());
        services.put("ao", ao);
        services.put("events", new SynchronousEvents());
        services.put("scheduler", scheduler);
        services.put("caches", new HostCaches((cache, entry) -> { }));
        services.put("locks", locks);
        services.put("pluginSettings", new DatabasePluginSettings(database));
        services.put("texts", texts());
        services.put("salApplicationProperties", new HostProperties(URI.create("https://jira.example.org"), home, home));
        return services;
    }

    private static HostTexts texts() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Site.class.getResourceAsStream("/i18n/intercom.properties")) {
            properties.load(file);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        HostTexts all = new HostTexts();
        all.add(NAMESPACE, new PluginTexts(texts));
        return all;
    }

    /** The tables that the plugin's descriptor names. */
    private static List<Class<?>> entities() throws IOException {
        try (InputStream file = Site.class.getResourceAsStream("/" + PluginDescriptor.FILE)) {
            return PluginDescriptor.parse(file).modules("ao").get(0).children("entity").stream().<Class<?>>map(entity -> load(entity.text())).toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** A part that starts with Jira; its class may be its package's own business. */
    StartsWithJira starting(String bean) {
        return beans.getBean(bean, StartsWithJira.class);
    }

    /** A resource, which is no bean: it is made for each request. */
    <T> T make(Class<T> type) {
        return beans.getAutowireCapableBeanFactory().createBean(type);
    }

    EngineAccess engine() {
        return new EngineAccess(beans);
    }

    ActiveObjects ao() {
        return ao;
    }

    JiraStubs jira() {
        return jira;
    }

    CountingDataSource statements() {
        return statements;
    }

    /** What Jira itself reads with. */
    DataSource jiraSource() {
        return counted;
    }

    BulkRows rows() {
        return new BulkRows(database);
    }

    /** Connects the connected project with this token; the app has been there for so long that it looks back as far as it ever does. */
    Site connect(String token) {
        bean(PluginSettingsFactory.class).createGlobalSettings().put("org.intercomjira.recovery.since",
                String.valueOf(Instant.now().minus(RecoveryTimes.MAX_WINDOW).toEpochMilli()));
        String cipher = bean(SecretVault.class).seal(new Secret(token), new SecretPlace("CONNECTION", String.valueOf(JiraStubs.CONNECTED), "TOKEN_CIPHER"));
        ao.create(ConnectionEntity.class, new DBParam("PROJECT_ID", JiraStubs.CONNECTED), new DBParam("WORKSPACE_ID", WORKSPACE),
                new DBParam("WORKSPACE_NAME", "Acme Support"), new DBParam("REGION", "US"), new DBParam("APP_USER_ID", "5017691"),
                new DBParam("APP_USER_NAME", "Jira app"), new DBParam("STATE", "CONNECTED"), new DBParam("TOKEN_CIPHER", cipher));
        return this;
    }

    void link(long issue, String conversation) {
        ao.create(LinkEntity.class, new DBParam(LinkEntity.LINK_KEY, issue + ":" + WORKSPACE + ":" + conversation), new DBParam(LinkEntity.ISSUE_ID, issue),
                new DBParam(LinkEntity.PROJECT_ID, JiraStubs.CONNECTED), new DBParam(LinkEntity.WORKSPACE_ID, WORKSPACE),
                new DBParam(LinkEntity.WORKSPACE_NAME, "Acme Support"), new DBParam(LinkEntity.REGION, "US"),
                new DBParam(LinkEntity.CONVERSATION_ID, conversation), new DBParam(LinkEntity.LINKED_BY, "JIRAUSER1"),
                new DBParam(LinkEntity.LINKED_AT, System.currentTimeMillis()), new DBParam(LinkEntity.ORIGIN, "jira"), new DBParam(LinkEntity.REMOTE_STATE, "ok"),
                new DBParam(LinkEntity.SNAPSHOT, SNAPSHOT), new DBParam(LinkEntity.SNAPSHOT_AT, System.currentTimeMillis()));
    }

    private static final String SNAPSHOT = """
            {"version":1,"subject":"Checkout shows a wrong total","excerpt":"Hi, the total on my last order is 20 euros too high. Can you help?",\
            "contactName":"Casey Customer","contactKind":"user","state":"open","updatedAt":1795176000000}""";

    /** Turns the notes about transitions off, and those about assignments if wanted; nothing is stored for the defaults. */
    void turnOff(boolean transitions, boolean assignments) {
        if (transitions || assignments) {
            jira.tables().putProjectProperty(JiraStubs.CONNECTED, "intercom.connection.configuration",
                    "{\"conversationLinking\":{\"notificationTriggers\":{\"issueTransitioned\":{\"enabled\":" + !transitions
                            + "},\"issueAssignmentChanged\":{\"enabled\":" + !assignments + "}}}}");
        } else {
            jira.tables().removeProjectProperty(JiraStubs.CONNECTED);
        }
    }

    /** The engine takes messages and sends none, as with the administrator's switch. */
    Site holdDeliveries() {
        bean(KillSwitch.class).stopDeliveries();
        return this;
    }

    void letDeliveriesGo() {
        bean(KillSwitch.class).resumeDeliveries();
    }

    @Override
    public void close() {
        beans.close();
        scheduler.close();
        locks.close();
        ao.close();
        database.close();
    }
}
