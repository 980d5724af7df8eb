package com.atlassian.jira.plugin.webfragment.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.web.Condition;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.StubJira;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private final StubJira jira = new StubJira();
    private final PermissionManager permissions = jira.service(PermissionManager.class);
    private final GlobalPermissionManager globalPermissions = jira.service(GlobalPermissionManager.class);

    @ParameterizedTest
    @CsvSource({"viewer,true", ",false"})
    void loggedInPeople(String user, boolean shown) {
        assertThat(new UserLoggedInCondition().shouldDisplay(on(user))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"admin,true", "project-admin,false", ",false"})
    void jiraAdministrators(String user, boolean shown) {
        assertThat(new UserIsAdminCondition(globalPermissions).shouldDisplay(on(user))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"admin,true", "project-admin,true", "developer,false", ",false"})
    void projectAdministrators(String user, boolean shown) {
        assertThat(new CanAdministerProjectCondition(permissions, globalPermissions).shouldDisplay(on(user))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"developer,edit,true", "viewer,edit,false", "viewer,browse,true", "outsider,browse,false", "project-admin,project,true",
            "developer,EDIT_ISSUES,true", "viewer,EDIT_ISSUES,false", ",browse,false"})
    void holdersOfAPermission(String user, String permission, boolean shown) {
        for (Condition condition : new Condition[] {new HasIssuePermissionCondition(permissions), new HasProjectPermissionCondition(permissions)}) {
            condition.init(Map.of("permission", permission));
            assertThat(condition.shouldDisplay(on(user))).isEqualTo(shown);
        }
    }

    @Test
    void aPermissionThatJiraDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> new HasProjectPermissionCondition(permissions).init(Map.of("permission", "edti"))).hasMessageContaining("edti");
        assertThatThrownBy(() -> new HasIssuePermissionCondition(permissions).init(Map.of())).hasMessageContaining("permission");
    }

    @Test
    void withoutAnIssueOrAProjectNothingIsShown() {
        HasIssuePermissionCondition condition = new HasIssuePermissionCondition(permissions);
        condition.init(Map.of("permission", "browse"));
        assertThat(condition.shouldDisplay(Map.of("user", StubJira.user("admin")))).isFalse();
        assertThat(new CanAdministerProjectCondition(permissions, globalPermissions).shouldDisplay(Map.of("user", StubJira.user("admin")))).isFalse();
    }

    private Map<String, Object> on(String user) {
        Map<String, Object> context = new HashMap<>();
        context.put("user", user == null ? null : StubJira.user(user));
        context.put("issue", jira.issue());
        return context;
    }
}
