package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ALL_AT_ONCE;
import static org.intercomjira.notification.Samples.COMMENT;
import static org.intercomjira.notification.Samples.DEMO_7_PAGE;
import static org.intercomjira.notification.Samples.change;
import static org.intercomjira.notification.Samples.payload;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.util.Optional;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteContentsTest {
    private static final ProjectSettings DEFAULTS = ProjectSettings.DEFAULTS;
    private static final NotePayload COMMENTED = payload(change(null, null, COMMENT));

    private final CommentManager comments = mock(CommentManager.class);
    private final JsonEntityPropertyManager properties = mock(JsonEntityPropertyManager.class);
    private final CommentText text = mock(CommentText.class);
    private final BaseUrl baseUrl = mock(BaseUrl.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final NoteContents contents = new NoteContents(comments, new CommentVisibility(properties), text, baseUrl, i18n);
    private final MutableIssue issue = Samples.issue();
    private final Comment comment = mock(Comment.class);

    @BeforeEach
    void aCommentIsThere() {
        when(comments.getCommentById(10_200L)).thenReturn(comment);
        when(comment.getId()).thenReturn(10_200L);
        when(comment.getIssue()).thenReturn(issue);
        when(comment.getBody()).thenReturn("It works");
        when(comment.getGroupLevel()).thenReturn(null);
        when(comment.getRoleLevelId()).thenReturn(null);
        when(baseUrl.issue("DEMO-7")).thenReturn(DEMO_7_PAGE);
        when(i18n.getText(any(), any(Serializable[].class))).thenAnswer(call -> call.getArgument(0));
        when(text.html(any(), any(), any(), any())).thenReturn(Optional.of("<p>It works</p>"));
    }

    @Test
    void aCommentIsWrittenAsItIsNow() {
        assertThat(of(COMMENTED, DEFAULTS).orElseThrow().html()).isEqualTo("<p>intercom.notification.note.commented</p><p>It works</p>");
    }

    @Test
    void aCommentThatCannotBeRenderedIsToldWithoutItsText() {
        when(text.html(any(), any(), any(), any())).thenReturn(Optional.empty());

        assertThat(of(COMMENTED, DEFAULTS).orElseThrow().html()).isEqualTo("<p>intercom.notification.note.commented</p><p>intercom.notification.note.notShown</p>");
    }

    @Test
    void aCommentThatIsGoneIsNotTold() {
        when(comments.getCommentById(10_200L)).thenReturn(null);

        assertThat(of(COMMENTED, DEFAULTS)).isEmpty();
    }

    @Test
    void aCommentThatWasRestrictedMeanwhileIsNotTold() {
        when(comment.getRoleLevelId()).thenReturn(10_002L);

        assertThat(of(COMMENTED, DEFAULTS)).isEmpty();
        verify(text, never()).html(any(), any(), any(), any());
    }

    @Test
    void theRestOfACombinedEditIsToldWithoutIt() {
        when(comment.getGroupLevel()).thenReturn("jira-developers");

        assertThat(of(payload(ALL_AT_ONCE), DEFAULTS).orElseThrow().html())
                .isEqualTo("<p>intercom.notification.note.assigned<br>intercom.notification.note.transitioned.too</p>");
    }

    @Test
    void aCommentOfAnotherIssueIsNotTold() {
        MutableIssue other = mock(MutableIssue.class);
        when(other.getId()).thenReturn(1L);
        when(comment.getIssue()).thenReturn(other);

        assertThat(of(COMMENTED, DEFAULTS)).isEmpty();
    }

    @ParameterizedTest(name = "{0}, internal comments sent then {1} and now {2}: told {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{\"internal\":true}  | false | false | false",
        "{\"internal\":true}  | true  | true  | true",
        "{\"internal\":true}  | true  | false | false",
        "{\"internal\":true}  | false | true  | false",
        "{\"internal\":false} | false | false | true",
        "{\"internal\":\"x\"} | false | false | false",
        "{}                   | false | false | false",
        "{\"internal\":null}  | false | false | false",
        "{\"internal\":{}}    | false | false | false",
        "[]                   | false | false | false",
        "nonsense             | false | false | false",
        "{                    | false | false | false"})
    void internalCommentsNeedTheSwitchThenAndNowAndWhatCannotBeReadIsInternal(String property, boolean sentThen, boolean sentNow, boolean told) {
        EntityProperty stored = mock(EntityProperty.class);
        when(stored.getValue()).thenReturn(property);
        when(properties.get("CommentProperty", 10_200L, "sd.public.comment")).thenReturn(stored);

        assertThat(of(COMMENTED.withInternalComments(sentThen), DEFAULTS.with(Switch.INTERNAL_COMMENTS, sentNow)).isPresent()).isEqualTo(told);
    }

    /** Jira Service Management keeps it under a name of its own. */
    @Test
    void aCommentThatEitherEntityCallsInternalIsInternal() {
        EntityProperty internal = mock(EntityProperty.class);
        when(internal.getValue()).thenReturn("{\"internal\":true}");
        EntityProperty open = mock(EntityProperty.class);
        when(open.getValue()).thenReturn("{\"internal\":false}");
        when(properties.get("CommentProperty", 10_200L, "sd.public.comment")).thenReturn(open);
        when(properties.get("sd.comment.property", 10_200L, "sd.public.comment")).thenReturn(internal);

        assertThat(of(COMMENTED, DEFAULTS)).isEmpty();
    }

    @Test
    void aCommentWhoseVisibilityCannotBeReadIsInternal() {
        when(properties.get("sd.comment.property", 10_200L, "sd.public.comment")).thenThrow(new IllegalStateException("no database"));

        assertThat(of(COMMENTED, DEFAULTS)).isEmpty();
    }

    @Test
    void theFilterIsAskedAgainAndItsWordTakenOut() {
        ProjectSettings filtered = DEFAULTS.with(Switch.COMMENT_FILTER, true);

        assertThat(of(COMMENTED, filtered)).isEmpty();
        when(comment.getBody()).thenReturn("It works #intercom");
        assertThat(of(COMMENTED, filtered)).isPresent();
        verify(text).html(eq(issue), eq("It works "), any(), any());
    }

    @Test
    void linkNotesAreToldIfTheProjectWantsThem() {
        NotePayload linked = NotePayload.ofLink(Samples.DEMO_7, new Fact(Fact.Kind.LINK, 1), "Dev", Samples.ACME, new ConversationId("215"));

        assertThat(of(linked, DEFAULTS)).map(Said::html).contains("<p>intercom.notification.note.linked</p>");
        assertThat(of(linked, DEFAULTS.with(Switch.LINK_NOTES, false))).isEmpty();
    }

    @Test
    void thePlanChangesWithWhatIsSaid() {
        Optional<NoteContents.Plan> before = contents.plan(COMMENTED, issue, DEFAULTS);
        assertThat(contents.plan(COMMENTED, issue, DEFAULTS)).isPresent().isEqualTo(before);

        when(comment.getBody()).thenReturn("It works no more");
        assertThat(contents.plan(COMMENTED, issue, DEFAULTS)).isPresent().isNotEqualTo(before);
        when(comment.getRoleLevelId()).thenReturn(10_002L);
        assertThat(contents.plan(COMMENTED, issue, DEFAULTS)).isEmpty();
    }

    private record Said(String html, boolean reopens) {
    }

    private Optional<Said> of(NotePayload payload, ProjectSettings settings) {
        return contents.plan(payload, issue, settings).map(plan -> new Said(contents.html(plan, issue), plan.reopens()));
    }
}
