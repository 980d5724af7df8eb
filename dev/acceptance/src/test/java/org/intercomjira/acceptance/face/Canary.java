package org.intercomjira.acceptance.face;

import static org.assertj.core.api.Assertions.assertThat;

/** A secret that is easy to find: wherever its text turns up, a secret got out. */
public final class Canary {
    /** The client secret of the Intercom app that the tests configure. */
    public static final String CLIENT_SECRET = "demo-client-secret-canary";

    private Canary() {
    }

    static void mustNotBeIn(Reply reply) {
        assertThat(reply.body()).as("answer to %s", reply.request()).doesNotContain(CLIENT_SECRET);
    }
}
