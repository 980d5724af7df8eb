package org.intercomjira.conversation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Set;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.conversation.Drafts.Sent;
import org.intercomjira.link.Link;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.VisibleText;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets people write to a linked conversation, and tells them what became of it. Permissions in Jira are the caller's affair. */
@Component
public class Writing {
    static final int LONGEST = 10_000;
    /** Reasons that have a sentence of their own. */
    private static final Set<String> REASONS = Set.of("not_allowed", "connection_missing", "switched_off", "unlinked", "gone", "forbidden", "gave_up",
            PartOutcomes.ARRIVAL_UNKNOWN);

    private final Drafts drafts;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final UserManager users;
    private final I18nResolver i18n;

    public Writing(Drafts drafts, ConnectionService connections, ProjectSettingsService settings,
                   @Qualifier("jiraUserManager") @ComponentImport("jiraUserManager") UserManager users, @ComponentImport I18nResolver i18n) {
        this.drafts = drafts;
        this.connections = connections;
        this.settings = settings;
        this.users = users;
        this.i18n = i18n;
    }

    /**
     * Stores what was written; the outbox sends it. A broken connection does not matter: it waits.
     *
     * @throws ApiException 409 not connected to the conversation's workspace, or linking is off; 403 replies are not allowed; 422 nothing or too much is written
     */
    UnsentView write(Issue issue, Link link, ApplicationUser author, String type, String body) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Draft.Kind kind = Draft.Kind.of(type).orElseThrow(() -> new ApiException(422, "input.invalid"));
        if (!VisibleText.isSeen(body)) {
            throw new ApiException(422, "part.empty");
        }
        if (body.length() > LONGEST) {
            throw new ApiException(422, "part.too_long", String.valueOf(LONGEST));
        }
        Connection connection = connections.find(project).orElseThrow(() -> new ApiException(409, "connection.missing"));
        if (!connection.workspace().equals(link.workspace())) {
            throw new ApiException(409, "conversation.other_workspace", connection.workspaceName());
        }
        checkSwitches(settings.of(project), kind);
        return view(new Sent(drafts.write(link, connection, author.getKey(), kind, body.strip()), null), true);
    }

    private static void checkSwitches(ProjectSettings chosen, Draft.Kind kind) {
        if (!chosen.linkingEnabled()) {
            throw new ApiException(409, "link.disabled");
        }
        if (kind == Draft.Kind.REPLY && !chosen.customerRepliesAllowed()) {
            throw new ApiException(403, "part.reply_disabled");
        }
    }

    List<UnsentView> unsent(Issue issue, Link link) {
        boolean readable = settings.of(new ProjectId(issue.getProjectObject().getId())).conversationViewEnabled();
        return drafts.unsentOf(link).stream().map(sent -> view(sent, readable)).toList();
    }

    /** @throws ApiException 404 when nothing of that name has failed */
    void retry(Link link, String id) {
        if (!drafts.retry(failed(link, id))) {
            throw new ApiException(404, "part.not_found");
        }
    }

    /** @throws ApiException 404 when nothing of that name has failed */
    void discard(Link link, String id) {
        drafts.discard(failed(link, id));
    }

    private Sent failed(Link link, String id) {
        return drafts.unsentOf(link).stream().filter(sent -> String.valueOf(sent.draft().id()).equals(id)).filter(Sent::isFailed).findFirst()
                .orElseThrow(() -> new ApiException(404, "part.not_found"));
    }

    private UnsentView view(Sent sent, boolean readable) {
        Draft draft = sent.draft();
        ApplicationUser author = users.getUserByKey(draft.author());
        return new UnsentView(String.valueOf(draft.id()), draft.kind().code(), sent.isFailed() ? "failed" : "waiting", sent.isFailed() ? reason(sent) : null,
                author == null ? draft.author() : VisibleText.or(author.getDisplayName(), draft.author()), readable ? draft.body() : null, draft.createdAt());
    }

    private String reason(Sent sent) {
        String code = String.valueOf(sent.delivery().code());
        return i18n.getText("intercom.conversation.unsent." + (REASONS.contains(code) ? code : "refused"));
    }
}
