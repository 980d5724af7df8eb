package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.comments.CommentPermissionManager;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentPropertiesTest {
    private static final String KEY = "sd.public.comment";
    private static final String INTERNAL = "{\"body\":\"hidden\",\"properties\":[{\"key\":\"sd.public.comment\",\"value\":{\"internal\":true}}]}";

    @TempDir
    Path home;

    private RestJira jira;

    @BeforeEach
    void start() throws Exception {
        jira = new RestJira(home);
    }

    @AfterEach
    void stop() throws Exception {
        jira.close();
    }

    @Test
    void aCommentIsInternalFromItsFirstMomentOn() throws Exception {
        JsonEntityPropertyManager properties = jira.side().service(JsonEntityPropertyManager.class);
        List<String> seen = new ArrayList<>();
        jira.whenHeard(event -> {
            if (event instanceof IssueEvent issueEvent) {
                seen.add(properties.get("CommentProperty", issueEvent.getComment().getId(), KEY).getValue());
            }
        });

        comment(INTERNAL);

        assertThat(seen).containsExactly("{\"internal\":true}");
    }

    @Test
    void propertiesAreReadChangedAndDeletedByTheCommentsOwnPath() throws Exception {
        String path = "/rest/api/2/comment/" + comment("{\"body\":\"open\"}") + "/properties/" + KEY;

        assertThat(jira.get("developer", path).status()).isEqualTo(404);
        assertThat(jira.call("developer", "PUT", path, "{\"internal\":false}").status()).isEqualTo(201);
        assertThat(jira.get("viewer", path).object().getAsJsonObject("value").get("internal").getAsBoolean()).isFalse();
        assertThat(jira.call("viewer", "PUT", path, "{\"internal\":true}").status()).isEqualTo(403);
        assertThat(jira.call("developer", "DELETE", path, null).status()).isEqualTo(204);
        assertThat(jira.get("outsider", path).status()).isEqualTo(404);
    }

    @Test
    void propertiesGoWithTheirComment() throws Exception {
        long id = comment(INTERNAL);

        assertThat(jira.call("developer", "DELETE", "/rest/api/2/comment/" + id, null).status()).isEqualTo(204);

        EntityProperty left = jira.side().service(JsonEntityPropertyManager.class).get("CommentProperty", id, KEY);
        assertThat(left).isNull();
        assertThat(jira.side().service(CommentManager.class).getCommentById(id)).isNull();
    }

    @Test
    void aRestrictedCommentIsReadByThoseInTheRoleOnly() throws Exception {
        long id = comment("{\"body\":\"for developers\",\"visibility\":{\"type\":\"role\",\"value\":\"Developers\"}}");
        CommentManager comments = jira.side().service(CommentManager.class);
        CommentPermissionManager permissions = jira.side().service(CommentPermissionManager.class);

        assertThat(List.of("developer", "viewer", "outsider")).filteredOn(name -> permissions.hasBrowsePermission(jira.side().authenticate(name, name).orElseThrow(),
                comments.getCommentById(id))).containsExactly("developer");
        assertThat(permissions.hasBrowsePermission(null, comments.getCommentById(id))).isFalse();
    }

    @Test
    void whatIsNoListOfPropertiesIsRefused() throws Exception {
        assertThat(jira.call("developer", "POST", "/rest/api/2/issue/DEMO-1/comment", "{\"body\":\"x\",\"properties\":{}}").status()).isEqualTo(400);
        assertThat(jira.call("developer", "POST", "/rest/api/2/issue/DEMO-1/comment", "{\"body\":\"x\",\"properties\":[{\"value\":1}]}").status()).isEqualTo(400);
    }

    private long comment(String json) throws Exception {
        JsonObject comment = jira.call("developer", "POST", "/rest/api/2/issue/DEMO-1/comment", json).object();
        return comment.get("id").getAsLong();
    }
}
