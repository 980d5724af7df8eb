package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.message.I18nResolver;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.sample.Greeting;
import org.intercomjira.embedded.host.sample.GreetingResource;
import org.intercomjira.embedded.host.sample.LoaderTrace;
import org.intercomjira.embedded.host.sample.SampleProblem;
import org.intercomjira.embedded.host.sample.SampleProblemMapper;
import org.intercomjira.embedded.host.sample.Visit;
import org.intercomjira.embedded.host.sample.VisitResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The developer's edit loop leaves nothing behind. */
class ReinstallTest {
    private static final int TIMES = 5;
    @TempDir
    Path home;

    private static TestPlugin plugin() {
        return TestPlugin.named("sample").imports(I18nResolver.class).imports(ActiveObjects.class).component(Greeting.class).text("sample.greeting", "Hello {0}")
                .classes(GreetingResource.class, SampleProblem.class, SampleProblemMapper.class, Visit.class, VisitResource.class)
                .module("<rest key='rest' path='/sample' version='1.0'/><ao key='ao'><entity>" + Visit.class.getName() + "</entity></ao>");
    }

    @Test
    void noThreadIsLeftAfterManyInstallations() throws Exception {
        try (TestHost host = new TestHost(home)) {
            host.upload(plugin());
            host.get("viewer", "/rest/sample/1.0/visits");
            Set<Thread> before = threads();
            for (int i = 0; i < TIMES; i++) {
                host.upload(plugin());
                host.get("viewer", "/rest/sample/1.0/greetings/Ann");
                host.get("viewer", "/rest/sample/1.0/visits");
            }
            // The database's pool lets a thread that has opened a connection go after some seconds.
            await().pollInSameThread().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theClassLoadersOfOlderInstallationsAreCollected() throws Exception {
        try (TestHost host = new TestHost(home)) {
            for (int i = 0; i < TIMES; i++) {
                assertThat(host.upload(plugin().component(LoaderTrace.class)).statusCode()).isEqualTo(200);
                host.get("viewer", "/rest/sample/1.0/greetings/Ann");
                host.get("viewer", "/rest/sample/1.0/visits");
            }
            List<WeakReference<ClassLoader>> loaders = (List<WeakReference<ClassLoader>>) System.getProperties().get(LoaderTrace.LOADERS);
            assertThat(loaders).hasSize(TIMES);
            await().pollInSameThread().atMost(ONE_MINUTE).untilAsserted(() -> {
                System.gc();
                assertThat(alive(loaders)).as("the running plugin's class loader only").isEqualTo(1);
            });
        } finally {
            System.getProperties().remove(LoaderTrace.LOADERS);
        }
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** Without those of the pools that answer requests, which grow with them. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Stream.of("exec-", "HttpClient", "ForkJoin").noneMatch(thread.getName()::contains)).collect(Collectors.toSet());
    }
}
