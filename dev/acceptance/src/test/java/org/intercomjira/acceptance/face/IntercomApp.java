package org.intercomjira.acceptance.face;

import java.util.Map;
import org.intercomjira.acceptance.host.Site;

/** The app that a company registers at Intercom: what the Jira administrator enters once on the global page. */
public final class IntercomApp {
    static final String CLIENT_ID = "demo-client";

    private IntercomApp() {
    }

    /** Enters the app's credentials as a Jira administrator does. */
    public static void introduceTo(Site site) {
        site.as(Account.ADMIN).plugin().saveAdminSettings(Map.of("clientId", CLIENT_ID, "clientSecret", Canary.CLIENT_SECRET)).expect(200);
    }
}
