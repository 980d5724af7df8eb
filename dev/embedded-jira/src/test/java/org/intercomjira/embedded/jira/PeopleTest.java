package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    @Test
    void anAdministratorMakesAndRenamesPeople(@TempDir Path home) throws Exception {
        try (RestJira jira = new RestJira(home)) {
            String body = "{\"name\":\"newcomer\",\"password\":\"newcomer\",\"displayName\":\"<b>New</b>\"}";
            assertThat(jira.call("developer", "POST", "/rest/api/2/user", body).status()).isEqualTo(403);
            assertThat(jira.call("admin", "POST", "/rest/api/2/user", body).status()).isEqualTo(201);
            assertThat(jira.call("admin", "POST", "/rest/api/2/user", body).status()).isEqualTo(400);
            assertThat(jira.get("newcomer", "/rest/api/2/issue/DEMO-1").status()).isEqualTo(404);
            assertThat(jira.call("admin", "POST", "/rest/api/2/group/user?groupname=jira-developers", "{\"name\":\"newcomer\"}").status()).isEqualTo(201);
            assertThat(jira.get("newcomer", "/rest/api/2/issue/DEMO-1").status()).isEqualTo(200);
            assertThat(jira.call("admin", "PUT", "/rest/api/2/user?username=newcomer", "{\"displayName\":\"Old\"}").status()).isEqualTo(200);
            assertThat(jira.get("newcomer", "/rest/api/2/myself").object().get("displayName").getAsString()).isEqualTo("Old");
        }
    }
}
