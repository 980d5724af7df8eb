package org.intercomjira.acceptance.host;

import java.net.URI;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.OAuthBrowser;
import org.intercomjira.acceptance.face.SimulatedIntercom;

/** A Jira with the plugin and the Intercom that it talks to, by their addresses. */
public record Site(URI jira, URI intercom) {
    public Jira as(Account account) {
        return new Jira(jira, account);
    }

    /** Somebody who is none of the accounts of a new Jira; the password is the name. */
    public Jira as(String name) {
        return new Jira(jira, name);
    }

    public SimulatedIntercom simulator() {
        return new SimulatedIntercom(intercom);
    }

    /** A browser in which this person is logged in. */
    public OAuthBrowser browserOf(Account account) {
        return new OAuthBrowser(this, account);
    }
}
