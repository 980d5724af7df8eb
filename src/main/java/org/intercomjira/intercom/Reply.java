package org.intercomjira.intercom;

import java.net.http.HttpHeaders;

/** What came back over HTTP. */
record Reply(int status, HttpHeaders headers, String body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
