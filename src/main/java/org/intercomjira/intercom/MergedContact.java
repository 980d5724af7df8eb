package org.intercomjira.intercom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intercom's answer about a contact that is one with another by now, as a lead becomes a user. The other stands in a header; only its
 * id is taken from there, never an address.
 */
final class MergedContact {
    /** Whoever was merged more often than this is not looked for any further. */
    static final int MOST_HOPS = 3;
    private static final int GONE = 410;
    private static final Pattern CANONICAL = Pattern.compile("<[^<>]*/contacts/([0-9A-Za-z_-]{1,64})>\\s*;\\s*rel=\"?canonical\"?");

    private MergedContact() {
    }

    /** The id of the contact that has taken its place; empty for every other answer. */
    static Optional<String> successor(Reply reply) {
        return reply.status() != GONE ? Optional.empty()
            : reply.headers().allValues("Link").stream().map(CANONICAL::matcher).filter(Matcher::find).map(found -> found.group(1)).findFirst();
    }
}
