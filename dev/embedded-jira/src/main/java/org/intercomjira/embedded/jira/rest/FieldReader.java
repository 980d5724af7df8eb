package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.Named;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;

/** Makes field values of the {@code fields} of a request, and one error that names all fields that are wrong. */
final class FieldReader {
    private static final int LONGEST_SUMMARY = 255;
    private static final int LONGEST_DESCRIPTION = 32_767;

    private final Domain jira;

    FieldReader(Domain jira) {
        this.jira = jira;
    }

    /** Status, project and key are not among the values: they change by transition or never. */
    Map<Field, Value> read(JsonObject fields, Project project, ApplicationUser user) {
        Map<Field, Value> values = new EnumMap<>(Field.class);
        Map<String, String> errors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> entry : fields.entrySet()) {
            if (!entry.getKey().equals("project")) {
                try {
                    Field field = Field.named(entry.getKey()).filter(known -> known != Field.STATUS).orElseThrow(() -> new Wrong("Field '" + entry.getKey()
                            + "' cannot be set. It is not on the appropriate screen, or unknown."));
                    values.put(field, value(field, entry.getValue(), project, user));
                } catch (Wrong e) {
                    errors.put(entry.getKey(), e.getMessage());
                }
            }
        }
        if (!errors.isEmpty()) {
            throw RestError.fields(errors);
        }
        return values;
    }

    /** The person with this name as an assignee of the project; nobody for null. */
    Value assignee(JsonElement name, Project project) {
        try {
            return person(name, project);
        } catch (Wrong e) {
            throw RestError.fields(Map.of("assignee", e.getMessage()));
        }
    }

    private Value value(Field field, JsonElement json, Project project, ApplicationUser user) {
        return switch (field) {
            case SUMMARY -> summary(text(json));
            case DESCRIPTION -> Value.text(limited(text(json), LONGEST_DESCRIPTION));
            case ISSUE_TYPE -> constant(json, jira.constants().issueTypes(), "issue type");
            case PRIORITY -> constant(json, jira.constants().priorities(), "priority");
            case RESOLUTION -> json.isJsonNull() ? Value.NONE : constant(json, jira.constants().resolutions(), "resolution");
            case ASSIGNEE -> person(member(json, "name"), project);
            case REPORTER -> person(member(json, "name"), null);
            case SECURITY -> json.isJsonNull() ? Value.NONE : constant(json, levels(project, user), "security level");
            case STATUS -> throw new IllegalArgumentException("status");
        };
    }

    private List<Named> levels(Project project, ApplicationUser user) {
        return jira.securityLevels().settable(project.getId(), user).stream().map(level -> new Named(String.valueOf(level.id()), level.name())).toList();
    }

    private static Value summary(String text) {
        if (text == null || text.isBlank()) {
            throw new Wrong("You must specify a summary of the issue.");
        }
        if (text.contains("\n") || text.contains("\r")) {
            throw new Wrong("The summary is invalid because it contains newline characters.");
        }
        if (text.length() > LONGEST_SUMMARY) {
            throw new Wrong("Summary must be less than or equal to " + LONGEST_SUMMARY + " characters.");
        }
        return Value.text(text);
    }

    private static String limited(String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new Wrong("The entered text is too long. It exceeds the allowed limit of " + longest + " characters.");
        }
        return text;
    }

    private static Value constant(JsonElement json, List<Named> constants, String what) {
        String id = text(member(json, "id"));
        String name = text(member(json, "name"));
        Optional<Named> found = constants.stream().filter(constant -> id == null ? constant.name().equalsIgnoreCase(name) : constant.id().equals(id)).findFirst();
        return Value.of(found.orElseThrow(() -> new Wrong("The " + what + " selected is invalid.")));
    }

    private Value person(JsonElement name, Project assignableIn) {
        String wanted = text(name);
        if (wanted == null || wanted.isEmpty()) {
            return Value.NONE;
        }
        Account account = jira.accounts().byName(wanted).filter(Account::active).orElseThrow(() -> new Wrong("User '" + wanted + "' does not exist."));
        if (assignableIn != null && !jira.permissions().hasPermission(ProjectPermissions.ASSIGNABLE_USER, assignableIn, account)) {
            throw new Wrong("User '" + wanted + "' cannot be assigned issues.");
        }
        return StoredIssue.person(account);
    }

    private static JsonElement member(JsonElement json, String name) {
        return json != null && json.isJsonObject() ? json.getAsJsonObject().get(name) : null;
    }

    private static String text(JsonElement json) {
        if (json == null || json.isJsonNull()) {
            return null;
        }
        if (!json.isJsonPrimitive()) {
            throw new Wrong("Operation value must be a string");
        }
        return json.getAsString();
    }

    private static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }
}
