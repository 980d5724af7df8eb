package org.intercomjira.settings;

import java.util.List;

/** Which Intercom data the issue panel shows, in order, by Intercom's names. For display only, no access control. */
public record VisibleFields(List<String> user, List<String> lead, List<String> company) {
}
