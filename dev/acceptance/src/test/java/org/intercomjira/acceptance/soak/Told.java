package org.intercomjira.acceptance.soak;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a note tells of: an issue's change or comment, by the address behind the issue's key. */
record Told(String issue, String fact) {
    private static final Pattern MARKER = Pattern.compile("/browse/([A-Z]+-\\d+)(?:\\?[^#\"]*)?#((?:change|comment)-\\d+)");

    /** Empty for a note about something else, such as a link. */
    static Optional<Told> in(String html) {
        Matcher marker = MARKER.matcher(html);
        return marker.find() ? Optional.of(new Told(marker.group(1), marker.group(2))) : Optional.empty();
    }
}
