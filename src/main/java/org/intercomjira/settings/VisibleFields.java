package org.intercomjira.settings;

import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.platform.VisibleText;

/** Which Intercom data the issue panel shows, in order, by Intercom's names. For display only, no access control. */
public record VisibleFields(List<String> user, List<String> lead, List<String> company) {
    private static final int MOST = 50;
    private static final int LONGEST = 255;

    public VisibleFields {
        user = List.copyOf(user);
        lead = List.copyOf(lead);
        company = List.copyOf(company);
    }

    /** @param kind user, lead or company, as the project property calls them */
    public List<String> of(String kind) {
        return switch (kind) {
            case "user" -> user;
            case "lead" -> lead;
            case "company" -> company;
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Whether people may have chosen this: not too many fields, each with a name. What is stored already is shown as it is. */
    boolean isReasonable() {
        return Stream.of(user, lead, company).allMatch(VisibleFields::isReasonable);
    }

    private static boolean isReasonable(List<String> names) {
        return names.size() <= MOST && names.stream().noneMatch(name -> !VisibleText.isSeen(name) || name.length() > LONGEST);
    }
}
