package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.type.EventType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ofbiz.core.entity.GenericEntityException;
import org.ofbiz.core.entity.GenericValue;

class IssueEventsTest {
    @TempDir
    Path home;

    private TestJira jira;

    @BeforeEach
    void open() {
        jira = TestJira.in(home);
    }

    @AfterEach
    void close() {
        jira.close();
    }

    @Test
    void aTransitionTellsStatusAndResolutionWithTheIdOfItsChangeGroup() throws GenericEntityException {
        transition("DEMO-1", 31, null);

        IssueEvent event = bundledEvents().get(0);
        assertThat(event.getEventTypeId()).isEqualTo(EventType.ISSUE_GENERICEVENT_ID);
        assertThat(event.getIssue().getStatus().getName()).isEqualTo("Done");
        assertThat(event.getUser().getUsername()).isEqualTo("developer");
        assertThat(event.getChangeLog().getRelated("ChildChangeItem"))
                .extracting(item -> item.getString("field"), item -> item.getString("oldstring"), item -> item.getString("newvalue"), item -> item.getString("newstring"))
                .containsExactlyInAnyOrder(tuple("resolution", null, "10000", "Done"), tuple("status", "To Do", Workflow.DONE, "Done"));
        assertThat(event.getChangeLog().getLong("id")).isEqualTo(jira.domain().history().of(event.getIssue().getId()).get(0).id());
    }

    @Test
    void thePlainEventComesFirstThenTheBundle() {
        transition("DEMO-1", 21, null);

        assertThat(jira.heard()).satisfiesExactly(
                plain -> assertThat(plain).isInstanceOf(IssueEvent.class), bundle -> assertThat(bundle).isInstanceOf(IssueEventBundle.class));
    }

    @Test
    void whenEventsAreHeardTheChangeIsAlreadyStored() {
        List<String> seen = new ArrayList<>();
        jira.whenHeard(event -> seen.add(jira.issue("DEMO-1").status().name()));

        transition("DEMO-1", 21, null);

        assertThat(seen).containsExactly("In Progress", "In Progress");
    }

    @Test
    void aListenerThatThrowsFailsNothing() {
        jira.whenHeard(event -> {
            throw new IllegalStateException("listener");
        });

        transition("DEMO-1", 31, null);

        assertThat(jira.issue("DEMO-1").status().name()).isEqualTo("Done");
        assertThat(jira.heard()).hasSize(2);
    }

    @Test
    void aCommentOnATransitionTravelsWithTheTransitionsEvent() {
        transition("DEMO-1", 31, new NewComment("Fixed in 4.2", new Restriction("jira-developers", null)));

        assertThat(bundledEvents()).singleElement().satisfies(event -> {
            assertThat(event.getComment().getBody()).isEqualTo("Fixed in 4.2");
            assertThat(event.getComment().getGroupLevel()).isEqualTo("jira-developers");
        });
    }

    @Test
    void anEditThatAlsoAssignsAndCommentsIsOneBundleOfThreeEvents() {
        StoredIssue issue = jira.issue("DEMO-3");
        jira.domain().issueOperations().edit(issue.id(), Map.of(Field.SUMMARY, Value.text("New"), Field.ASSIGNEE, StoredIssue.person(jira.user("developer"))),
                new NewComment("Taken", Restriction.NONE), jira.user("project-admin"));

        assertThat(bundledEvents()).extracting(IssueEvent::getEventTypeId)
                .containsExactly(EventType.ISSUE_UPDATED_ID, EventType.ISSUE_ASSIGNED_ID, EventType.ISSUE_COMMENTED_ID);
        assertThat(jira.domain().history().of(issue.id())).singleElement()
                .satisfies(group -> assertThat(group.items()).extracting("field").containsExactlyInAnyOrder("summary", "assignee"));
    }

    @Test
    void anAssignmentNamesBothPeopleByKeyAndByName() throws GenericEntityException {
        jira.domain().issueOperations().edit(jira.issue("DEMO-1").id(), Map.of(Field.ASSIGNEE, StoredIssue.person(jira.user("admin"))), null, jira.user("project-admin"));

        IssueEvent event = bundledEvents().get(0);
        GenericValue item = event.getChangeLog().getRelated("ChildChangeItem").get(0);
        assertThat(event.getEventTypeId()).isEqualTo(EventType.ISSUE_ASSIGNED_ID);
        assertThat(item.getString("oldvalue")).isEqualTo(jira.user("developer").key());
        assertThat(item.getString("newstring")).isEqualTo("Ada Admin");
    }

    @Test
    void anEditThatChangesNothingTellsNothing() {
        StoredIssue issue = jira.issue("DEMO-1");
        jira.domain().issueOperations().edit(issue.id(), Map.of(Field.SUMMARY, Value.text(issue.summary())), null, jira.user("admin"));

        assertThat(jira.heard()).isEmpty();
        assertThat(jira.issue("DEMO-1").updated()).isEqualTo(issue.updated());
    }

    @Test
    void commentsTellWhenTheyAreWrittenChangedAndDeleted() {
        StoredComment comment = jira.domain().commentOperations().add(jira.issue("DEMO-1").id(), new NewComment("One", Restriction.NONE), jira.user("developer"));
        StoredComment edited = jira.domain().commentOperations().edit(comment, new NewComment("Two", Restriction.NONE), jira.user("developer"));
        jira.domain().commentOperations().delete(edited, jira.user("developer"));

        assertThat(bundledEvents()).extracting(IssueEvent::getEventTypeId)
                .containsExactly(EventType.ISSUE_COMMENTED_ID, EventType.ISSUE_COMMENT_EDITED_ID, EventType.ISSUE_COMMENT_DELETED_ID);
        assertThat(bundledEvents().get(1).getComment().getBody()).isEqualTo("Two");
        assertThat(jira.domain().history().of(jira.issue("DEMO-1").id())).singleElement()
                .satisfies(group -> assertThat(group.items().get(0).from().text()).isEqualTo("Two"));
    }

    @Test
    void aDeletedIssueIsToldOfAfterItIsGone() {
        Long id = jira.issue("DEMO-5").id();
        jira.domain().issueOperations().delete(id, jira.user("admin"));

        assertThat(bundledEvents()).singleElement().satisfies(event -> {
            assertThat(event.getEventTypeId()).isEqualTo(EventType.ISSUE_DELETED_ID);
            assertThat(event.getIssue().getKey()).isEqualTo("DEMO-5");
        });
        assertThat(jira.domain().issues().getIssueObject(id)).isNull();
    }

    private void transition(String key, int transition, NewComment comment) {
        StoredIssue issue = jira.issue(key);
        jira.domain().issueOperations().transition(issue.id(), new Workflow().transition(issue, transition).orElseThrow(), Map.of(), comment, jira.user("developer"));
    }

    private List<IssueEvent> bundledEvents() {
        return jira.heard().stream().filter(IssueEventBundle.class::isInstance).flatMap(bundle -> ((IssueEventBundle) bundle).getEvents().stream())
                .map(event -> ((DelegatingJiraIssueEvent) event).asIssueEvent()).toList();
    }
}
