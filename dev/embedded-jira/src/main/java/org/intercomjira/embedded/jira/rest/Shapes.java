package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.issue.attachment.Attachment;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.issue.Named;
import org.intercomjira.embedded.jira.issue.StoredStatus;
import org.intercomjira.embedded.jira.project.StoredProject;

/** People, projects and constants as Jira's REST shows them. */
final class Shapes {
    private final URI baseUrl;

    Shapes(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    String self(String path) {
        return baseUrl + "/rest/api/2/" + path;
    }

    URI baseUrl() {
        return baseUrl;
    }

    /** Null for nobody. */
    Shape user(Account account) {
        return account == null ? null : Shape.of("self", self("user?username=" + account.username())).with("name", account.username()).with("key", account.key())
                .with("emailAddress", account.emailAddress()).with("displayName", account.displayName()).with("active", account.active()).with("timeZone", "Etc/UTC");
    }

    Shape project(StoredProject project) {
        return Shape.of("self", self("project/" + project.id())).with("id", project.id().toString()).with("key", project.key()).with("name", project.name())
                .with("projectTypeKey", "software").with("archived", project.archived());
    }

    Shape status(StoredStatus status) {
        StoredStatus.Category category = status.category();
        return Shape.of("self", self("status/" + status.id())).with("description", "").with("name", status.name()).with("id", status.id())
                .with("statusCategory", Shape.of("self", self("statuscategory/" + category.id())).with("id", category.id()).with("key", category.key())
                        .with("colorName", category.colour()).with("name", category.title()));
    }

    /** Null stays null. */
    Shape named(String kind, Named constant) {
        return constant == null ? null : Shape.of("self", self(kind + "/" + constant.id())).with("id", constant.id()).with("name", constant.name());
    }

    Shape attachment(Attachment file) {
        String id = file.getId().toString();
        return Shape.of("self", self("attachment/" + id)).with("id", id).with("filename", file.getFilename())
                .with("content", baseUrl + "/secure/attachment/" + id + "/" + URLEncoder.encode(file.getFilename(), StandardCharsets.UTF_8));
    }

    Shape issueType(Named type) {
        return named("issuetype", type).with("description", "").with("subtask", false);
    }
}
