package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.net.URI;
import java.util.Optional;
import org.intercomjira.notification.NoteText.Subject;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Trigger;
import org.springframework.stereotype.Component;

/** Decides from what there is now which parts of a change are still to be told, and writes them. */
@Component
class NoteContents {
    private final CommentManager comments;
    private final CommentVisibility visibility;
    private final CommentText commentText;
    private final BaseUrl baseUrl;
    private final NoteText text;

    NoteContents(@ComponentImport CommentManager comments, CommentVisibility visibility, CommentText commentText, BaseUrl baseUrl,
                 @ComponentImport I18nResolver i18n) {
        this.comments = comments;
        this.visibility = visibility;
        this.commentText = commentText;
        this.baseUrl = baseUrl;
        this.text = new NoteText(i18n::getText);
    }

    /**
     * What a note is made from, before anything is rendered: two notes with equal plans say the same.
     *
     * @param payload after Jira's record of the change was read
     * @param comment null when none is told
     * @param body    of the comment, in Jira's own markup and without the word of the filter
     * @param reopens whether the conversation is opened along with the note
     */
    record Plan(NotePayload payload, Subject subject, Telling told, Long comment, String body, boolean reopens) {
    }

    /** What may be told now. Empty when nothing is left. */
    Optional<Plan> plan(NotePayload payload, Issue issue, ProjectSettings settings) {
        Subject subject = new Subject(issue.getKey(), issue.getSummary(), NoteMarker.address(baseUrl.issue(issue.getKey()), payload.marker()));
        return switch (payload.kind()) {
            case LINK, UNLINK -> Optional.of(new Plan(payload, subject, Telling.NOTHING, null, null, false)).filter(plan -> settings.linkNotesEnabled());
            case CHANGE, COMMENT, FUNCTION -> ofChange(payload, issue, settings, subject);
        };
    }

    private Optional<Plan> ofChange(NotePayload payload, Issue issue, ProjectSettings settings, Subject subject) {
        Optional<Comment> comment = comment(payload, issue, settings);
        Telling told = new Telling(payload.assigned() && NotificationRules.tells(settings, Trigger.ISSUE_ASSIGNMENT_CHANGED),
                payload.moved() && NotificationRules.tellsStatus(settings, payload.function()), comment.isPresent());
        return Optional.of(new Plan(payload, subject, told, comment.map(Comment::getId).orElse(null), comment.map(found -> body(found, settings)).orElse(null),
                NotificationRules.reopens(told, payload.function(), settings))).filter(plan -> !told.isNothing());
    }

    private static String body(Comment comment, ProjectSettings settings) {
        return settings.trigger(Trigger.ISSUE_COMMENTED).filterEnabled() ? CommentFilter.without(comment.getBody()) : comment.getBody();
    }

    /** What the note says, as HTML that Intercom keeps. Jira renders the comment, which may take long. */
    String html(Plan plan, Issue issue) {
        NotePayload payload = plan.payload();
        return switch (payload.kind()) {
            case LINK -> text.linked(payload.actor(), plan.subject());
            case UNLINK -> text.unlinked(payload.actor(), plan.subject());
            case CHANGE, COMMENT, FUNCTION -> text.of(payload, plan.told(), plan.subject(), plan.comment() == null ? "" : comment(plan, issue));
        };
    }

    private String comment(Plan plan, Issue issue) {
        URI address = NoteMarker.address(baseUrl.issue(issue.getKey()), Fact.comment(plan.comment()));
        return commentText.html(issue, plan.body(), address, text.readMore()).orElseGet(() -> text.notShown(address));
    }

    /** The comment, if it may be told as it is now. */
    private Optional<Comment> comment(NotePayload payload, Issue issue, ProjectSettings settings) {
        return Optional.ofNullable(payload.comment()).map(comments::getCommentById)
                .filter(comment -> comment.getIssue() != null && issue.getId().equals(comment.getIssue().getId()))
                .filter(comment -> !CommentVisibility.isRestricted(comment))
                .filter(comment -> NotificationRules.lets(settings, comment.getBody()))
                .filter(comment -> payload.internalSent() && settings.internalCommentsSent() || !visibility.isInternal(comment));
    }
}
