package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.permission.ProjectPermissions;
import java.nio.file.Path;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.property.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedAndHiddenIssuesTest {
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
    void aMovedIssueKeepsItsIdAndItsOldKeyLeadsToIt() {
        Domain domain = jira.side().domain();
        StoredIssue before = domain.issues().byKey("DEMO-1").orElseThrow();
        domain.properties().put(Properties.OF_ISSUES, before.id(), "kept", "1");

        StoredIssue after = domain.issueMoves().move(before.id(), domain.projects().getProjectByCurrentKey("OPS"), domain.accounts().getUserByName("admin"));

        assertThat(after.getKey()).isEqualTo("OPS-4");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(domain.issues().getIssueByCurrentKey("DEMO-1")).isNull();
        assertThat(domain.issues().getIssueObject("DEMO-1")).isEqualTo(after);
        assertThat(domain.properties().find(Properties.OF_ISSUES, before.id(), "kept")).isPresent();
        assertThat(jira.side().service(ChangeHistoryManager.class).getChangeHistories(after)).hasSize(1).allSatisfy(history -> {
            assertThat(history.getAuthorObject().getUsername()).isEqualTo("admin");
            assertThat(history.getChangeItemBeans()).extracting("field", "fromString", "toString").contains(tuple("Key", "DEMO-1", "OPS-4"));
        });
        IssueEvent event = (IssueEvent) jira.heard().get(0);
        assertThat(event.getEventTypeId()).isEqualTo(EventType.ISSUE_MOVED_ID);
        assertThat(event.getIssue().getKey()).isEqualTo("OPS-4");
    }

    @Test
    void movingBackGivesAnotherNumberAndBothOldKeysLeadToIt() {
        Domain domain = jira.side().domain();
        long id = domain.issues().byKey("OPS-1").orElseThrow().id();
        domain.issueMoves().move(id, domain.projects().getProjectByCurrentKey("DEMO"), null);
        StoredIssue back = domain.issueMoves().move(id, domain.projects().getProjectByCurrentKey("OPS"), null);

        assertThat(back.getKey()).isEqualTo("OPS-4");
        assertThat(domain.issues().byIdOrKey("ops-1")).contains(back);
        assertThat(domain.issues().byIdOrKey("DEMO-11")).contains(back);
    }

    @Test
    void aCloneIsANewIssueWithTheProperties() {
        Domain domain = jira.side().domain();
        StoredIssue original = domain.issues().byKey("DEMO-2").orElseThrow();
        domain.properties().put(Properties.OF_ISSUES, original.id(), "own", "1");

        StoredIssue copy = domain.issueMoves().copy(original, domain.accounts().getUserByName("developer"));

        assertThat(copy.summary()).isEqualTo("CLONE - " + original.summary());
        assertThat(copy.getKey()).isEqualTo("DEMO-11");
        assertThat(domain.properties().findKeys(Properties.OF_ISSUES, copy.id())).containsExactly("own");
        assertThat(((IssueEvent) jira.heard().get(0)).getEventTypeId()).isEqualTo(EventType.ISSUE_CREATED_ID);
    }

    @Test
    void aConfidentialIssueIsThereForAdministratorsOfTheProjectOnly() throws Exception {
        String hide = "{\"fields\":{\"security\":{\"name\":\"Confidential\"}}}";

        assertThat(jira.call("developer", "PUT", "/rest/api/2/issue/DEMO-3", hide).status()).isEqualTo(400);
        assertThat(jira.call("project-admin", "PUT", "/rest/api/2/issue/DEMO-3", hide).status()).isEqualTo(204);

        assertThat(jira.get("developer", "/rest/api/2/issue/DEMO-3").status()).isEqualTo(404);
        assertThat(jira.get("developer", "/rest/api/2/search?jql=project=DEMO").object().get("total").getAsInt()).isEqualTo(9);
        assertThat(jira.get("project-admin", "/rest/api/2/search?jql=project=DEMO").object().get("total").getAsInt()).isEqualTo(10);
        assertThat(jira.get("project-admin", "/rest/api/2/issue/DEMO-3").object().getAsJsonObject("fields").getAsJsonObject("security").get("name").getAsString())
                .isEqualTo("Confidential");
    }

    @Test
    void anArchivedProjectCanOnlyBeLookedAtUntilItIsRestored() throws Exception {
        assertThat(jira.call("project-admin", "PUT", "/rest/api/2/project/DEMO/archive", "{}").status()).isEqualTo(403);
        assertThat(jira.call("admin", "PUT", "/rest/api/2/project/DEMO/archive", "{}").status()).isEqualTo(204);

        Domain domain = jira.side().domain();
        StoredIssue issue = domain.issues().byKey("DEMO-1").orElseThrow();
        assertThat(issue.getProjectObject().isArchived()).isTrue();
        assertThat(domain.permissions().hasPermission(ProjectPermissions.EDIT_ISSUES, issue, domain.accounts().getUserByName("developer"))).isFalse();
        assertThat(jira.get("developer", "/rest/api/2/issue/DEMO-1").status()).isEqualTo(200);
        assertThat(jira.get("developer", "/rest/api/2/search?jql=key=DEMO-1").object().get("total").getAsInt()).isZero();

        assertThat(jira.call("admin", "PUT", "/rest/api/2/project/DEMO/restore", "{}").status()).isEqualTo(202);
        assertThat(jira.call("developer", "PUT", "/rest/api/2/issue/DEMO-1", "{\"fields\":{\"summary\":\"again\"}}").status()).isEqualTo(204);
    }

    @Test
    void aDeletedIssueLeavesNothing() {
        Domain domain = jira.side().domain();
        long id = domain.issues().byKey("DEMO-4").orElseThrow().id();
        domain.issueMoves().move(id, domain.projects().getProjectByCurrentKey("OPS"), null);

        domain.issueOperations().delete(id, null);

        assertThat(domain.issues().byIdOrKey("DEMO-4")).isEmpty();
    }
}
