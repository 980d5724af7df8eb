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

    /** What a note says, and whether its conversation is opened along with it. */
    record Contents(String html, boolean reopens) {
    }

    /** Empty when nothing is left to be told. */
    Optional<Contents> of(NotePayload payload, Issue issue, ProjectSettings settings) {
        Subject subject = new Subject(issue.getKey(), issue.getSummary(), NoteMarker.address(baseUrl.issue(issue.getKey()), payload.marker()));
        return switch (payload.kind()) {
            case LINK -> Optional.of(text.linked(payload.actor(), subject)).filter(html -> settings.linkNotesEnabled()).map(NoteContents::quiet);
            case UNLINK -> Optional.of(text.unlinked(payload.actor(), subject)).filter(html -> settings.linkNotesEnabled()).map(NoteContents::quiet);
            case CHANGE, COMMENT, FUNCTION -> ofChange(payload, issue, settings, subject);
        };
    }

    private Optional<Contents> ofChange(NotePayload payload, Issue issue, ProjectSettings settings, Subject subject) {
        Optional<Comment> comment = comment(payload, issue, settings);
        Telling told = new Telling(payload.assigned() && NotificationRules.tells(settings, Trigger.ISSUE_ASSIGNMENT_CHANGED),
                payload.moved() && NotificationRules.tellsStatus(settings, payload.function()), comment.isPresent());
        if (told.isNothing()) {
            return Optional.empty();
        }
        String html = text.of(payload, told, subject, comment.map(found -> html(found, issue, settings)).orElse(""));
        return Optional.of(new Contents(html, NotificationRules.reopens(told, payload.function(), settings)));
    }

    /** The comment, if it may be told as it is now. */
    private Optional<Comment> comment(NotePayload payload, Issue issue, ProjectSettings settings) {
        return Optional.ofNullable(payload.comment()).map(comments::getCommentById)
                .filter(comment -> comment.getIssue() != null && issue.getId().equals(comment.getIssue().getId()))
                .filter(comment -> !CommentVisibility.isRestricted(comment))
                .filter(comment -> NotificationRules.lets(settings, comment.getBody()))
                .filter(comment -> payload.internalSent() && settings.internalCommentsSent() || !visibility.isInternal(comment));
    }

    private String html(Comment comment, Issue issue, ProjectSettings settings) {
        boolean isFiltered = settings.trigger(Trigger.ISSUE_COMMENTED).filterEnabled();
        String wiki = isFiltered ? CommentFilter.without(comment.getBody()) : comment.getBody();
        URI address = NoteMarker.address(baseUrl.issue(issue.getKey()), Fact.comment(comment.getId()));
        return commentText.html(issue, wiki, address, text.readMore()).orElseGet(() -> text.notShown(address));
    }

    private static Contents quiet(String html) {
        return new Contents(html, false);
    }
}
