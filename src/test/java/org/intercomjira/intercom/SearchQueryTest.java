package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class SearchQueryTest {
    @Test
    void oneWordIsSoughtInBodySubjectEmailAndName() {
        JsonObject query = new SearchQuery(" ada@example.org ").toJson();

        assertThat(query.get("operator").getAsString()).isEqualTo("OR");
        assertThat(query.getAsJsonArray("value")).extracting(filter -> filter.getAsJsonObject().get("field").getAsString())
            .containsExactly("source.body", "source.subject", "source.author.email", "source.author.name");
        assertThat(query.getAsJsonArray("value")).allSatisfy(filter ->
            assertThat(filter.getAsJsonObject().get("value").getAsString()).isEqualTo("ada@example.org"));
    }

    @Test
    void severalWordsMustAllBeInTheBody() {
        JsonElement body = new SearchQuery("wrong  total wrong").toJson().getAsJsonArray("value").get(0);

        assertThat(body.getAsJsonObject().get("operator").getAsString()).isEqualTo("AND");
        assertThat(body.getAsJsonObject().getAsJsonArray("value")).extracting(word -> word.getAsJsonObject().get("value").getAsString())
            .containsExactly("wrong", "total");
    }

    @Test
    void noGroupHasMoreFiltersThanIntercomTakes() {
        JsonObject query = new SearchQuery("a b c d e f g h i j k l m n o p q r s t").toJson();

        assertThat(query.getAsJsonArray("value").get(0).getAsJsonObject().getAsJsonArray("value")).hasSizeLessThanOrEqualTo(15);
    }
}
