package org.intercomjira.acceptance.host;

import java.net.URI;
import org.intercomjira.acceptance.face.DemoProject;
import org.intercomjira.acceptance.face.IntercomApp;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link Site} that all of them share: the one that {@code -Djira.url} and {@code -Dintercom.url} name,
 * or else one that is started for this process and stopped at its end. Each test finds project DEMO in the same state, so that none
 * depends on which others have run before.
 */
public final class Servers implements ParameterResolver, BeforeEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Running.SITE;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        new DemoProject(Running.SITE).begin();
    }

    /** For the whole life of the process: JUnit is started anew for each class when classes are shared out among processes. */
    private static final class Running {
        static final Site SITE = start();

        private static Site start() {
            String jira = System.getProperty("jira.url", "");
            Site site = jira.isEmpty() ? startProcesses() : new Site(URI.create(jira), URI.create(System.getProperty("intercom.url")));
            IntercomApp.introduceTo(site);
            return site;
        }

        /** They end with this process. */
        private static Site startProcesses() {
            IntercomProcess intercom = IntercomProcess.start();
            return new Site(JiraProcess.started(intercom.address()).address(), intercom.address());
        }
    }
}
