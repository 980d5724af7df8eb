package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.intercomjira.embedded.jira.field.StoredCustomField;
import org.intercomjira.embedded.spi.CustomFieldViews.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomFieldsTest {
    private static final String LETTERS = "{\"name\":\"Letters\",\"type\":\"" + TestExtensions.FIELD_TYPE + "\"}";

    @TempDir
    Path home;

    @Test
    void anAdministratorMakesAFieldAndEverybodySeesItsValues() throws Exception {
        try (RestJira jira = new RestJira(home)) {
            jira.side().extendBy(new TestExtensions());
            JsonObject made = jira.call("admin", "POST", "/rest/api/2/field", LETTERS).object();
            String id = made.get("id").getAsString();
            assertThat(id).isEqualTo("customfield_10000");
            assertThat(made.getAsJsonObject("schema").get("custom").getAsString()).isEqualTo(TestExtensions.FIELD_TYPE);

            JsonObject fields = jira.get("viewer", "/rest/api/2/issue/DEMO-1").object().getAsJsonObject("fields");
            assertThat(fields.get(id).getAsInt()).isEqualTo(fields.get("summary").getAsString().length());
            assertThat(jira.get("viewer", "/rest/api/2/issue/DEMO-1?fields=status").object().getAsJsonObject("fields").keySet()).containsExactly("status");
            assertThat(jira.get("viewer", "/rest/api/2/search?jql=key=DEMO-1&fields=" + id).object().getAsJsonArray("issues").get(0).getAsJsonObject()
                    .getAsJsonObject("fields").keySet()).containsExactly(id);
            assertThat(names(jira.get("viewer", "/rest/api/2/field").body())).contains("Summary", "Letters");
        }
    }

    @Test
    void aFieldStaysOverARestartAndShowsNothingWhileItsPluginDoesNotRun() throws Exception {
        try (RestJira jira = new RestJira(home)) {
            jira.side().extendBy(new TestExtensions());
            jira.call("admin", "POST", "/rest/api/2/field", LETTERS);
        }
        try (RestJira jira = new RestJira(home)) {
            assertThat(names(jira.get("viewer", "/rest/api/2/field").body())).doesNotContain("Letters");
            assertThat(jira.get("viewer", "/rest/api/2/issue/DEMO-1").object().getAsJsonObject("fields").has("customfield_10000")).isFalse();
            jira.side().extendBy(new TestExtensions());
            StoredCustomField field = jira.side().domain().customFields().all().get(0);
            assertThat(jira.side().customFields().html(field, jira.side().domain().issues().byKey("DEMO-1").orElseThrow(), View.COLUMN)).matches("<b>\\d+</b> COLUMN");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "anonymous", value = {
        "anonymous | 401 | {\"name\":\"Letters\",\"type\":\"" + TestExtensions.FIELD_TYPE + "\"}",
        "developer | 403 | {\"name\":\"Letters\",\"type\":\"" + TestExtensions.FIELD_TYPE + "\"}",
        "admin     | 400 | {\"name\":\"Letters\",\"type\":\"org.example:none\"}",
        "admin     | 400 | {\"name\":\"Letters\"}",
        "admin     | 400 | {\"name\":\" \",\"type\":\"" + TestExtensions.FIELD_TYPE + "\"}",
    })
    void othersAndWrongFieldsAreRefused(String user, int status, String field) throws Exception {
        try (RestJira jira = new RestJira(home)) {
            jira.side().extendBy(new TestExtensions());
            assertThat(jira.call(user, "POST", "/rest/api/2/field", field).status()).isEqualTo(status);
            assertThat(jira.side().domain().customFields().all()).isEmpty();
        }
    }

    private static List<String> names(JsonElement fields) {
        return StreamSupport.stream(fields.getAsJsonArray().spliterator(), false).map(field -> field.getAsJsonObject().get("name").getAsString()).toList();
    }
}
