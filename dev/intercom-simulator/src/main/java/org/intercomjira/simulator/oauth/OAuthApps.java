package org.intercomjira.simulator.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The registered apps. They outlive a reset, as an app outlives the data of a workspace. */
public final class OAuthApps {

    private final Map<String, OAuthApp> byClientId = new ConcurrentHashMap<>();

    public OAuthApps() {
        register(new OAuthApp("demo-client", "demo-client-secret-canary", "Intercom for Jira Data Center", "intercom-for-jira-data-center"));
    }

    public void register(OAuthApp app) {
        byClientId.put(app.clientId(), app);
    }

    public Optional<OAuthApp> find(String clientId) {
        return Optional.ofNullable(clientId).map(byClientId::get);
    }
}
