package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.intercomjira.platform.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    private static final String ADA = """
        {"type":"contact","id":"6762f1","external_id":"70","role":"user","email":"ada@example.org","name":"Ada Example","phone":null,
         "created_at":1734537511,"last_seen_at":1734537999,"location":{"type":"location","country":"Ireland","city":"Dublin"},
         "custom_attributes":{"plan":"pro","paid_subscriber":true},"tags":{"type":"list","data":[{"id":"1"}]}}""";

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "email, ada@example.org",
        "external_id, 70",
        "user_id, 70",
        "created_at, 1734537511",
        "last_request_at, 1734537999",
        "location.country, Ireland",
        "location_data.city_name, Dublin",
        "custom_attributes.plan, pro",
        "plan, pro",
        "paid_subscriber, true"})
    void anAttributeIsFoundByTheNamesThatPeopleKnowItBy(String name, String value) {
        assertThat(profile(ADA).attribute(name)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "session_count", "nonsense", ""})
    void whatIntercomDoesNotTellIsNotThere(String name) {
        assertThat(profile(ADA).attribute(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Plan, '', plan, Plan", "'\ufeff', plan, plan, plan", "'\ufeff', '\u3164', custom_attributes.plan, plan", "'', '\u3164', custom_attributes.\u3164, custom_attributes.\u3164"})
    void anAttributeOfWhoseLabelNothingCanBeSeenGoesByItsName(String label, String name, String fullName, String shown) {
        DataAttribute attribute = new DataAttribute(fullName, VisibleText.or(label, name), "\u200b", "string", true);

        assertThat(attribute.label()).isEqualTo(shown);
        assertThat(attribute.description()).isNull();
        assertThat(DataAttribute.isNamed(fullName)).isEqualTo(shown.equals("plan") || shown.equals("Plan"));
    }

    @Test
    void aLeadMayHaveNothingButAPseudonym() {
        Profile lead = profile("{\"id\":\"1\",\"role\":\"lead\",\"name\":null,\"pseudonym\":\"Violet Suitcase\"}");

        assertThat(lead.name()).isNull();
        assertThat(lead.pseudonym()).isEqualTo("Violet Suitcase");
        assertThat(lead.role()).isEqualTo("lead");
    }

    @Test
    void companiesAreReadWithTheirPlans() {
        Answer<List<Profile>> answer = ProfileReader.companies(
            "{\"data\":[{\"id\":\"c1\",\"name\":\"Northwind\",\"size\":12,\"plan\":{\"name\":\"gold\"}},null]}");

        assertThat(value(answer)).singleElement().satisfies(company -> {
            assertThat(company.name()).isEqualTo("Northwind");
            assertThat(company.attribute("size")).contains("12");
            assertThat(company.attribute("plan.name")).contains("gold");
        });
    }

    @Test
    void attributesCarryTheirFullNamesAndThoseInTheArchiveAreLeftOut() {
        Answer<List<DataAttribute>> answer = ProfileReader.attributes("""
            {"data":[{"name":"email","full_name":"email","label":"Email","description":"The address","data_type":"string","custom":false},
             {"name":"plan","full_name":"custom_attributes.plan","label":"Plan","data_type":"string","custom":true},
             {"name":"old","full_name":"custom_attributes.old","archived":true,"custom":true},{"label":"nameless"}]}""");

        assertThat(value(answer)).containsExactly(new DataAttribute("email", "Email", "The address", "string", false),
            new DataAttribute("custom_attributes.plan", "Plan", null, "string", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "not json", "\"text\""})
    void whatIsNoAnswerOfIntercomsIsUnreadable(String body) {
        assertThat(List.of(ProfileReader.contact(body), ProfileReader.companies(body), ProfileReader.attributes(body)))
            .allMatch(answer -> answer instanceof Answer.Failed<?> failed && failed.failure() instanceof Failure.Unknown);
    }

    @Test
    void anAnswerCannotFillTheMemory() {
        StringBuilder fields = new StringBuilder("{\"id\":\"1\"");
        for (int i = 0; i < 5_000; i++) {
            fields.append(",\"f").append(i).append("\":\"").append("x".repeat(10)).append('"');
        }

        Map<String, String> kept = profile(fields + "}").attributes();

        assertThat(kept).hasSizeLessThanOrEqualTo(500);
    }

    private static Profile profile(String json) {
        return value(ProfileReader.contact(json));
    }

    private static <T> T value(Answer<T> answer) {
        return ((Answer.Ok<T>) answer).value();
    }
}
