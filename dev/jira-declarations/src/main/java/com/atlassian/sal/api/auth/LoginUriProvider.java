package com.atlassian.sal.api.auth;

import java.net.URI;

/** Where people log in. */
public interface LoginUriProvider {
    URI getLoginUri(URI returnUri);
}
