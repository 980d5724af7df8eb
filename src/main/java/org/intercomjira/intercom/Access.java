package org.intercomjira.intercom;

import org.intercomjira.platform.Secret;

/** What a call to Intercom needs: where the workspace lives and the token that opens it. */
public record Access(Region region, Secret token) {
}
