package org.intercomjira.intercom;

import org.intercomjira.platform.Secret;

/** The Intercom app as the Jira administrator registered it: what a code is exchanged with. */
public record OAuthApp(String clientId, Secret clientSecret) {
}
