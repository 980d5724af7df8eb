package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonArray;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.issue.ChangeGroup;
import org.intercomjira.embedded.jira.issue.CommitJournal;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.Manner;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitJournalTest {
    private static final Value CONFIDENTIAL = new Value("10000", "Confidential");
    @TempDir
    Path home;

    private RestJira jira;
    private Domain domain;

    @BeforeEach
    void start() throws Exception {
        jira = new RestJira(home);
        domain = jira.side().domain();
    }

    @AfterEach
    void stop() throws Exception {
        jira.close();
    }

    @Test
    void eachFactIsRecordedWithTheRecordThatJiraKeepsOfIt() {
        StoredIssue issue = domain.issues().byKey("DEMO-1").orElseThrow();
        domain.issueOperations().edit(issue.id(), Map.of(Field.ASSIGNEE, Value.NONE), new NewComment("For us", new Restriction("jira-developers", null)), user());

        ChangeGroup change = domain.history().of(issue.id()).get(0);
        StoredComment comment = domain.comments().of(issue).get(0);
        assertThat(domain.commits().after(0, 10)).extracting("key", "kind", "record", "node", "restricted", "silent")
                .containsExactly(tuple("DEMO-1", "ASSIGNEE", change.id(), "node1", false, false), tuple("DEMO-1", "COMMENT", comment.id(), "node1", true, false));
    }

    @Test
    void aBulkChangeWithoutMailIsSilent() {
        domain.issueOperations().edit(domain.issues().byKey("DEMO-1").orElseThrow().id(), Map.of(Field.ASSIGNEE, Value.NONE), null, user(), Manner.bulk(false));

        assertThat(domain.commits().after(0, 10)).singleElement().matches(CommitJournal.Commit::silent);
    }

    @Test
    void aScriptChangesIssuesWithoutAnEvent() throws Exception {
        assertThat(jira.call("admin", "POST", "/rest/stand-in/1.0/script", "{\"issues\":[\"DEMO-1\",\"DEMO-2\"],\"status\":\"Done\",\"comment\":\"By script\"}").status()).isEqualTo(204);

        assertThat(domain.issues().byKey("DEMO-2").orElseThrow().status().name()).isEqualTo("Done");
        assertThat(domain.history().of(domain.issues().byKey("DEMO-2").orElseThrow().id())).hasSize(1);
        assertThat(jira.heard()).isEmpty();
        JsonArray commits = jira.get("admin", "/rest/stand-in/1.0/commits").body().getAsJsonArray();
        assertThat(commits).hasSize(4).allMatch(each -> each.getAsJsonObject().get("silent").getAsBoolean());
        assertThat(jira.get("admin", "/rest/stand-in/1.0/commits?after=" + commits.get(1).getAsJsonObject().get("id")).body().getAsJsonArray()).hasSize(2);
    }

    @Test
    void theFaceIsForAdministratorsOnly() throws Exception {
        assertThat(jira.get("developer", "/rest/stand-in/1.0/commits").status()).isEqualTo(403);
        assertThat(jira.get(null, "/rest/stand-in/1.0/commits").status()).isEqualTo(401);
        assertThat(jira.call("developer", "POST", "/rest/stand-in/1.0/death", "{}").status()).isEqualTo(403);
    }

    @Test
    void aSubTaskFollowsTheLevelOfItsParentWithoutHistoryEventOrTimeOfUpdate() throws Exception {
        String key = jira.call("admin", "POST", "/rest/stand-in/1.0/subtask?parent=DEMO-1", "{\"summary\":\"Below\"}").object().get("key").getAsString();
        StoredIssue before = domain.issues().byKey(key).orElseThrow();
        jira.heard().clear();

        domain.issueOperations().edit(domain.issues().byKey("DEMO-1").orElseThrow().id(), Map.of(Field.SECURITY, CONFIDENTIAL), null, user());

        StoredIssue after = domain.issues().byKey(key).orElseThrow();
        assertThat(after.getSecurityLevelId()).isEqualTo(10000);
        assertThat(after.updated()).isEqualTo(before.updated());
        assertThat(domain.history().of(after.id())).isEmpty();
        assertThat(jira.heard()).hasSize(2);
        assertThat(domain.commits().after(0, 10)).extracting("key", "kind", "security").containsExactly(tuple("DEMO-1", "SECURITY", 10000L), tuple(key, "SECURITY", 10000L));
    }

    @Test
    void aSubTaskOfAHiddenIssueIsBornHidden() throws Exception {
        domain.issueOperations().edit(domain.issues().byKey("DEMO-1").orElseThrow().id(), Map.of(Field.SECURITY, CONFIDENTIAL), null, user());
        String key = jira.call("admin", "POST", "/rest/stand-in/1.0/subtask?parent=DEMO-1", "{\"summary\":\"Below\"}").object().get("key").getAsString();

        assertThat(domain.issues().byKey(key).orElseThrow().getSecurityLevelId()).isEqualTo(10000);
    }

    @Test
    void archivingIsRecorded() {
        long id = domain.issues().byKey("DEMO-1").orElseThrow().id();
        domain.issueOperations().setArchived(id, true);
        domain.issueOperations().setArchived(id, false);

        assertThat(domain.commits().after(0, 10)).extracting("kind", "archived").containsExactly(tuple("ARCHIVED", true), tuple("ARCHIVED", false));
    }

    @Test
    void idsOfOneJiraRiseWithoutBanks() {
        long id = domain.issues().byKey("DEMO-1").orElseThrow().id();
        IntStream.range(0, 3).forEach(i -> domain.issueOperations().edit(id, Map.of(Field.SUMMARY, Value.text("Number " + i)), null, user()));

        assertThat(domain.history().of(id)).extracting(ChangeGroup::id).isSorted();
    }

    private Account user() {
        return domain.accounts().byName("admin").orElseThrow();
    }
}
