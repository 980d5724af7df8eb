package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest extends SimulatorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "state | = | \"closed\" | 215475827415475 215475827415482",
        "state | IN | [\"closed\",\"snoozed\"] | 215475827415475 215475827415482 215475827415499",
        "open | = | false | 215475827415475 215475827415482",
        "id | = | \"215475827415413\" | 215475827415413",
        "source.author.email | = | \"ADA@example.org\" | 215475827415413 215475827415451",
        "source.author.email | ^ | \"mei\" | 215475827415437 215475827415475",
        "source.author.name | ~ | \"bloggs\" | 215475827415420 215475827415468 215475827415499",
        "source.author.name | $ | \"Haddad\" | 215475827415444 215475827415482",
        "source.type | = | \"email\" | 215475827415468 215475827415529",
        "source.type | != | \"conversation\" | 215475827415468 215475827415529",
        "source.body | = | \"invoice\" | 215475827415468",
        "source.body | ~ | \"invoi\" | 215475827415468",
        "source.body | = | \"invoi\" | ''",
        "contact_ids | = | \"6762f1261bb69f9f2193bbac\" | 215475827415505",
        "admin_assignee_id | = | 5017692 | 215475827415413",
        "admin_assignee_id | > | 1 | 215475827415413",
        "teammate_ids | NIN | [\"5017692\"] | 215475827415444 215475827415451 215475827415505 215475827415512 215475827415529",
        "created_at | < | 1000000000 | ''"})
    void filtersFindWhatTheySay(String field, String operator, String value, String expected) throws IOException {
        assertThat(search("{\"field\":\"" + field + "\",\"operator\":\"" + operator + "\",\"value\":" + value + "}"))
                .containsExactlyInAnyOrderElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void groupsAreNested() throws IOException {
        assertThat(search("""
                {"operator":"AND","value":[
                  {"field":"updated_at","operator":">","value":1000000000},
                  {"field":"state","operator":"=","value":"open"},
                  {"operator":"OR","value":[{"field":"source.author.email","operator":"=","value":"lena@prospect.example"},
                                            {"field":"source.body","operator":"=","value":"dark"}]}]}
                """)).containsExactlyInAnyOrder("215475827415512", "215475827415451");
    }

    @Test
    void threeLevelsAreTooDeepAndSixteenFiltersTooMany() throws IOException {
        String single = "{\"field\":\"state\",\"operator\":\"=\",\"value\":\"open\"}";
        String nested = "{\"operator\":\"AND\",\"value\":[{\"operator\":\"OR\",\"value\":[{\"operator\":\"AND\",\"value\":[" + single + "]}]}]}";
        String many = "{\"operator\":\"OR\",\"value\":[" + IntStream.range(0, 16).mapToObj(i -> single).collect(Collectors.joining(",")) + "]}";

        assertThat(app.post("/us/conversations/search", "{\"query\":" + nested + "}").errorCode()).isEqualTo("parameter_invalid");
        assertThat(app.post("/us/conversations/search", "{\"query\":" + many + "}").errorCode()).isEqualTo("parameter_invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"field\":\"nonsense\",\"operator\":\"=\",\"value\":1}",
        "{\"field\":\"state\",\"operator\":\"=~\",\"value\":\"open\"}",
        "{\"field\":\"updated_at\",\"operator\":\"~\",\"value\":\"1\"}",
        "{\"field\":\"updated_at\",\"operator\":\">\",\"value\":\"yesterday\"}",
        "{\"field\":\"state\",\"operator\":\"IN\",\"value\":\"open\"}",
        "{\"operator\":\"AND\",\"value\":[]}"})
    void whatCannotBeSearchedIsRefused(String query) throws IOException {
        Browser.Answer answer = app.post("/us/conversations/search", "{\"query\":" + query + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("parameter_invalid");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() throws IOException {
        List<String> seen = new ArrayList<>();
        String pagination = "{\"per_page\":5}";
        for (int page = 1; page <= 3; page++) {
            JsonObject found = app.post("/us/conversations/search",
                    "{\"query\":{\"field\":\"created_at\",\"operator\":\">\",\"value\":1},\"pagination\":" + pagination + "}").json();
            seen.addAll(ids(found));
            JsonObject pages = found.getAsJsonObject("pages");
            assertThat(pages.get("page").getAsInt()).isEqualTo(page);
            assertThat(pages.has("next")).isEqualTo(page < 3);
            pagination = page < 3 ? "{\"per_page\":5,\"starting_after\":" + pages.getAsJsonObject("next").get("starting_after") + "}" : "";
        }
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    }

    private List<String> search(String query) throws IOException {
        Browser.Answer answer = app.post("/us/conversations/search", "{\"query\":" + query + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ids(answer.json());
    }

    private static List<String> ids(JsonObject list) {
        return StreamSupport.stream(list.getAsJsonArray("conversations").spliterator(), false)
                .map(JsonElement::getAsJsonObject).map(conversation -> member(conversation, "id")).toList();
    }
}
