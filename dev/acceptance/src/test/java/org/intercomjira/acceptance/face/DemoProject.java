package org.intercomjira.acceptance.face;

import com.google.gson.JsonObject;
import org.intercomjira.acceptance.host.Site;

/** Project DEMO, which all stories share that share a Jira: each begins by putting it where it wants it, whatever those before it have left. */
public record DemoProject(Site site) {
    private static final String KEY = "DEMO";

    /** Intercom answers; the project is connected by its usual app user and has the settings of a new project. */
    public void begin() {
        begin(Teammate.JIRA_APP);
    }

    /** The same with another app user. */
    public void begin(Teammate teammate) {
        site.simulator().recover();
        if (!isConnectedBy(teammate)) {
            disconnect();
            site.browserOf(Account.PROJECT_ADMIN).connect(KEY, teammate).expect(200);
        }
        plugin().resetSettings(KEY).expect(200);
    }

    /** Intercom answers; the project is not connected. */
    public void disconnect() {
        site.simulator().recover();
        if (!state().equals("not_connected")) {
            plugin().revoke(KEY).expect(204);
        }
    }

    public JsonObject connection() {
        return plugin().connection(KEY).expect(200).json();
    }

    public String state() {
        return connection().get("state").getAsString();
    }

    private boolean isConnectedBy(Teammate teammate) {
        JsonObject connection = connection();
        return connection.get("state").getAsString().equals("connected")
                && connection.getAsJsonObject("workspace").get("id").getAsString().equals(teammate.workspace())
                && connection.getAsJsonObject("appUser").get("id").getAsString().equals(teammate.id());
    }

    private IntercomPlugin plugin() {
        return site.as(Account.PROJECT_ADMIN).plugin();
    }
}
