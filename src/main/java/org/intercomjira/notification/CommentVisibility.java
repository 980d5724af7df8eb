package org.intercomjira.notification;

import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see a comment, as far as it matters to people who have no account in Jira. When in doubt, they may not. */
@Component
class CommentVisibility {
    /** Jira Service Management keeps its property under the first name; the second is that of other comment properties. */
    private static final List<String> ENTITIES = List.of("sd.comment.property", "CommentProperty");
    /** Jira Service Management keeps here whether a comment is for its agents only. */
    private static final String PUBLIC_COMMENT = "sd.public.comment";

    private final JsonEntityPropertyManager properties;

    CommentVisibility(@ComponentImport JsonEntityPropertyManager properties) {
        this.properties = properties;
    }

    static boolean isRestricted(Comment comment) {
        return comment.getGroupLevel() != null && !comment.getGroupLevel().isBlank() || comment.getRoleLevelId() != null;
    }

    /** Whether Jira Service Management shows it to agents only. What cannot be read counts as internal. */
    boolean isInternal(Comment comment) {
        try {
            return ENTITIES.stream().map(entity -> properties.get(entity, comment.getId(), PUBLIC_COMMENT))
                    .anyMatch(property -> property != null && !saysPublic(property.getValue()));
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    private static boolean saysPublic(String json) {
        try {
            JsonElement value = JsonParser.parseString(json);
            return value.isJsonObject() && value.getAsJsonObject().get("internal") != null
                    && value.getAsJsonObject().get("internal").isJsonPrimitive()
                    && "false".equals(value.getAsJsonObject().get("internal").getAsString());
        } catch (JsonParseException | NullPointerException unreadable) {
            return false;
        }
    }
}
