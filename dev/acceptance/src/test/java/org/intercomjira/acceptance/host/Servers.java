package org.intercomjira.acceptance.host;

import java.net.URI;
import java.util.List;
import org.intercomjira.acceptance.face.DemoProject;
import org.intercomjira.acceptance.face.IntercomApp;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Site} that all of them share: the one that {@code -Djira.url} and {@code -Dintercom.url} name,
 * or else one that is started for this run and stopped at its end. Each test finds project DEMO in the same state, so that none
 * depends on which others have run before.
 */
public final class Servers implements ParameterResolver, BeforeEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Servers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        new DemoProject(site(context)).begin();
    }

    private static Site site(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class).site();
    }

    private record Running(Site site, List<AutoCloseable> processes) implements ExtensionContext.Store.CloseableResource {
        static Running start() {
            String jira = System.getProperty("jira.url", "");
            Running running = jira.isEmpty() ? startProcesses() : new Running(new Site(URI.create(jira), URI.create(System.getProperty("intercom.url"))), List.of());
            IntercomApp.introduceTo(running.site());
            return running;
        }

        private static Running startProcesses() {
            IntercomProcess intercom = IntercomProcess.start();
            JiraProcess jira = JiraProcess.started(intercom.address());
            return new Running(new Site(jira.address(), intercom.address()), List.of(jira, intercom));
        }

        @Override
        public void close() throws Exception {
            for (AutoCloseable process : processes) {
                process.close();
            }
        }
    }
}
