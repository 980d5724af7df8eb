package org.intercomjira.acceptance.browser;

import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.host.Site;

/** Links in project DEMO while the note about linking is switched off, for tests that count what stands in a conversation. */
final class QuietLink {
    private QuietLink() {
    }

    static void between(Site site, String issue, String conversation) {
        notes(site, false);
        site.as(Account.DEVELOPER).plugin().link(issue, conversation).expect(201);
        notes(site, true);
    }

    private static void notes(Site site, boolean wanted) {
        site.as(Account.PROJECT_ADMIN).plugin().send("PUT", "/projects/DEMO/settings", "{\"intercomForJiraDataCenter\":{\"linkNotes\":" + wanted + "}}").expect(200);
    }
}
