package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.intercomjira.embedded.jira.account.AccessToken;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.account.CurrentUser;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
    @TempDir
    static Path home;

    private static TestJira jira;

    @BeforeAll
    static void open() {
        jira = TestJira.in(home);
    }

    @AfterAll
    static void close() {
        jira.close();
    }

    @Test
    void aPasswordOpensItsOwnAccountOnlyWhateverTheCaseOfTheName() {
        assertThat(jira.domain().accounts().authenticate("Project-Admin", "project-admin")).contains(jira.user("project-admin"));
        assertThat(jira.domain().accounts().authenticate("viewer", "developer")).isEmpty();
        assertThat(jira.domain().accounts().authenticate("nobody", "nobody")).isEmpty();
        assertThat(jira.domain().accounts().authenticate(null, null)).isEmpty();
    }

    @Test
    void aKeyIsNotAName() {
        Account viewer = jira.user("viewer");
        assertThat(viewer.getKey()).startsWith("JIRAUSER").isNotEqualTo(viewer.getUsername());
        assertThat(jira.domain().accounts().getUserByKey(viewer.getKey())).isEqualTo(viewer);
        assertThat(jira.domain().accounts().getUserByKey("viewer")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "admin,DEMO,ADMINISTER_PROJECTS,true", "project-admin,DEMO,ADMINISTER_PROJECTS,true", "developer,DEMO,ADMINISTER_PROJECTS,false",
        "project-admin,OPS,BROWSE_PROJECTS,true", "project-admin,OPS,EDIT_ISSUES,false", "project-admin,OPS,ADMINISTER_PROJECTS,false",
        "developer,DEMO,EDIT_ISSUES,true", "developer,OPS,EDIT_ISSUES,true", "developer,EXTRA,EDIT_ISSUES,true", "developer,DEMO,DELETE_ISSUES,false",
        "viewer,DEMO,BROWSE_PROJECTS,true", "viewer,DEMO,ADD_COMMENTS,false", "viewer,DEMO,EDIT_ISSUES,false", "viewer,OPS,BROWSE_PROJECTS,false",
        "outsider,OPS,BROWSE_PROJECTS,true", "outsider,DEMO,BROWSE_PROJECTS,false", "outsider,EXTRA,BROWSE_PROJECTS,false", "admin,EXTRA,BROWSE_PROJECTS,true"})
    void rolesSayWhoMayDoWhatInWhichProject(String user, String project, String permission, boolean may) {
        assertThat(jira.domain().permissions().hasPermission(new ProjectPermissionKey(permission), jira.domain().projects().getProjectByCurrentKey(project), jira.user(user)))
                .isEqualTo(may);
    }

    @Test
    void anonymousMayNothing() {
        assertThat(jira.domain().permissions().hasPermission(ProjectPermissions.BROWSE_PROJECTS, jira.issue("DEMO-1"), null)).isFalse();
        assertThat(jira.domain().globalPermissions().hasPermission(GlobalPermissionKey.ADMINISTER, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"admin,true", "project-admin,false", "developer,false"})
    void onlyTheAdministratorsAdministerJira(String user, boolean may) {
        assertThat(jira.domain().globalPermissions().hasPermission(GlobalPermissionKey.ADMINISTER, jira.user(user))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"admin,true,true,true", "project-admin,false,true,true", "developer,false,false,true", "viewer,false,false,true", "outsider,false,false,false"})
    void aCommentIsReadByThoseWhoSeeTheIssueAndMeetItsRestriction(String user, boolean group, boolean role, boolean open) {
        Account reader = jira.user(user);
        assertThat(jira.domain().comments().mayRead(reader, comment(new Restriction("jira-administrators", null)))).isEqualTo(group);
        assertThat(jira.domain().comments().mayRead(reader, comment(new Restriction(null, ProjectRole.ADMINISTRATORS.id())))).isEqualTo(role);
        assertThat(jira.domain().comments().mayRead(reader, comment(Restriction.NONE))).isEqualTo(open);
        assertThat(jira.domain().comments().mayRead(null, comment(Restriction.NONE))).isFalse();
    }

    @Test
    void aTokenIsItsOwnersAlone() {
        AccessToken.Fresh fresh = jira.domain().tokens().create(jira.user("viewer"), "one", null);
        assertThat(jira.domain().tokens().owner(fresh.raw())).contains(jira.user("viewer"));
        assertThat(jira.domain().tokens().owner(fresh.raw() + "x")).isEmpty();
        assertThat(jira.domain().tokens().revoke(jira.user("developer"), fresh.token().id())).isFalse();
        assertThat(jira.domain().tokens().of(jira.user("developer"))).isEmpty();
    }

    @Test
    void whoActsIsKnownOnTheirOwnThreadOnly() throws Exception {
        CurrentUser current = jira.domain().currentUser();
        current.setLoggedInUser(jira.user("viewer"));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Callable<Object> question = current::getLoggedInUser;
            assertThat(other.submit(question).get()).isNull();
            assertThat(current.getLoggedInUser()).isEqualTo(jira.user("viewer"));
        } finally {
            other.shutdown();
            current.setLoggedInUser(null);
        }
        assertThat(current.getLoggedInUser()).isNull();
    }

    private static StoredComment comment(Restriction restriction) {
        return jira.domain().commentOperations().add(jira.issue("DEMO-1").id(), new NewComment("for some", restriction), jira.user("admin"));
    }
}
