package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.issue.RendererManager;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.field.CustomFields;
import org.intercomjira.embedded.jira.issue.ChangeGroup;
import org.intercomjira.embedded.jira.issue.ChangeItem;
import org.intercomjira.embedded.jira.issue.Comments;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.History;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.render.WikiRenderer;

/** Issues, their comments, transitions and history as Jira's REST shows them. */
final class IssueShapes {
    private final Shapes shapes;
    private final Comments comments;
    private final ProjectRoles roles;
    private final History history;
    private final Accounts accounts;
    private final Constants constants;
    private final RendererManager renderer;
    private final CustomFields customFields;

    IssueShapes(Shapes shapes, Comments comments, ProjectRoles roles, History history, Accounts accounts, Constants constants, RendererManager renderer,
            CustomFields customFields) {
        this.customFields = customFields;
        this.renderer = renderer;
        this.shapes = shapes;
        this.comments = comments;
        this.roles = roles;
        this.history = history;
        this.accounts = accounts;
        this.constants = constants;
    }

    /** The issue without its comments, as in search results. {@code wanted} names fields; empty or {@code *all} or {@code *navigable} for all. */
    Shape issue(StoredIssue issue, Set<String> wanted) {
        return head(issue).with("fields", fields(issue, wanted));
    }

    /** The issue with the comments that the reader may see. */
    Shape issue(StoredIssue issue, Set<String> wanted, ApplicationUser reader) {
        Shape fields = fields(issue, wanted);
        if (isWanted(wanted).test("comment")) {
            fields.with("comment", comments(issue, reader));
        }
        return head(issue).with("fields", fields);
    }

    Shape comments(StoredIssue issue, ApplicationUser reader) {
        List<Shape> visible = comments.of(issue, reader).stream().map(this::comment).toList();
        return Shape.of("comments", visible).with("maxResults", visible.size()).with("total", visible.size()).with("startAt", 0);
    }

    Shape comment(StoredComment comment) {
        Shape shape = Shape.of("self", shapes.self("issue/" + comment.issue().id() + "/comment/" + comment.id())).with("id", comment.id().toString())
                .with("author", shapes.user(comment.author())).with("body", comment.body()).with("updateAuthor", shapes.user(comment.updateAuthor()))
                .with("created", Shape.time(comment.created())).with("updated", Shape.time(comment.updated()));
        if (comment.restriction().group() != null) {
            shape.with("visibility", Shape.of("type", "group").with("value", comment.restriction().group()));
        } else if (comment.restriction().role() != null) {
            shape.with("visibility", Shape.of("type", "role").with("value", roles.byId(comment.restriction().role()).map(ProjectRole::name).orElse("")));
        }
        return shape;
    }

    Shape transition(Workflow.Transition transition) {
        return Shape.of("id", String.valueOf(transition.id())).with("name", transition.name())
                .with("to", shapes.status(constants.status(transition.target()).orElseThrow()));
    }

    Shape changelog(StoredIssue issue) {
        List<Shape> histories = history.of(issue.id()).stream().map(this::changeGroup).toList();
        return Shape.of("startAt", 0).with("maxResults", histories.size()).with("total", histories.size()).with("histories", histories);
    }

    /** Description and comments as HTML. */
    Shape rendered(StoredIssue issue, ApplicationUser reader) {
        List<Shape> bodies = comments.of(issue, reader).stream().map(comment -> comment(comment).with("body", html(comment.body(), issue))).toList();
        return Shape.of("description", html(issue.description(), issue)).with("comment", Shape.of("comments", bodies));
    }

    private Shape head(StoredIssue issue) {
        return Shape.of("expand", "renderedFields,transitions,changelog").with("id", issue.id().toString()).with("self", shapes.self("issue/" + issue.id()))
                .with("key", issue.getKey());
    }

    private Shape fields(StoredIssue issue, Set<String> wanted) {
        Shape all = Shape.of("summary", issue.summary()).with("description", issue.description()).with("issuetype", shapes.issueType(issue.type()))
                .with("status", shapes.status(issue.status())).with("priority", shapes.named("priority", issue.priority()))
                .with("resolution", shapes.named("resolution", issue.resolution())).with("assignee", shapes.user(issue.assignee()))
                .with("reporter", shapes.user(issue.reporter())).with("creator", shapes.user(issue.creator())).with("created", Shape.time(issue.created()))
                .with("updated", Shape.time(issue.updated())).with("resolutiondate", Shape.time(issue.resolved())).with("project", shapes.project(issue.project()))
                .with("security", shapes.named("securitylevel", issue.security())).with("attachment", issue.attachments().stream().map(shapes::attachment).toList());
        all.keySet().removeIf(isWanted(wanted).negate());
        customFields.all().stream().filter(field -> isWanted(wanted).test(field.getId())).forEach(field -> all.with(field.getId(), customFields.value(field, issue)));
        return all;
    }

    private static Predicate<String> isWanted(Set<String> wanted) {
        boolean all = wanted.isEmpty() || wanted.contains("*all") || wanted.contains("*navigable");
        return field -> !wanted.contains("-" + field) && (all || wanted.contains(field));
    }

    private Shape changeGroup(ChangeGroup group) {
        return Shape.of("id", String.valueOf(group.id())).with("author", shapes.user(accounts.byKey(group.author()).orElse(null)))
                .with("created", Shape.time(group.created())).with("items", group.items().stream().map(IssueShapes::changeItem).toList());
    }

    private static Map<String, Object> changeItem(ChangeItem item) {
        return Shape.of("field", item.field()).with("fieldtype", "jira").with("from", item.from().id()).with("fromString", item.from().text())
                .with("to", item.to().id()).with("toString", item.to().text());
    }

    private String html(String text, StoredIssue issue) {
        return renderer.getRenderedContent(WikiRenderer.TYPE, text, issue.getIssueRenderContext());
    }
}
