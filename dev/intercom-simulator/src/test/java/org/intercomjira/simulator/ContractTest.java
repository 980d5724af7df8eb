package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds requests and answers of every operation that the simulator offers against Intercom's published description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

    private static final String ADMIN = "\"admin_id\":\"5017691\"";
    private static final String WHY_SKIPPED = "the simulator is not held against Intercom's description, for it is not there: " + Description.WHERE;
    private static final String CLOSED = "/conversations/215475827415475";

    /** Cursors carry the number of the next page, which neither schema nor examples of this version show. */
    private static final Set<String> KNOWN_FROM_USE = Set.of("page");

    private final Optional<Description> description = Description.find();
    private OpenApiInteractionValidator validator;
    private IntercomSimulator simulator;
    private Browser app;

    record Operation(String method, String template, String path, String body, int status) {

        @Override
        public String toString() {
            return method + " " + path + " -> " + status;
        }
    }

    @BeforeAll
    void start() throws IOException {
        if (description.isEmpty()) {
            System.out.println("SKIPPED: " + WHY_SKIPPED);
            return;
        }
        Set<String> paths = operations().map(Operation::template).collect(Collectors.toSet());
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(description.get().mendedFor(paths).toString()).build();
        simulator = IntercomSimulator.start(0);
        app = new Browser(simulator).connectedAs("us", "ecahpwf5", "5017691");
    }

    @AfterAll
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    static Stream<Operation> operations() {
        return Stream.of(
                get("/me", "/me", 200),
                get("/admins", "/admins", 200),
                get("/admins/{admin_id}", "/admins/5017691", 200),
                get("/admins/{admin_id}", "/admins/1", 404),
                get("/teams", "/teams", 200),
                get("/tags", "/tags", 200),
                get("/data_attributes", "/data_attributes", 200),
                get("/data_attributes", "/data_attributes?model=company", 200),
                get("/contacts/{contact_id}", "/contacts/6762f1261bb69f9f2193bba7", 200),
                get("/contacts/{contact_id}", "/contacts/6762f1261bb69f9f2193bbac", 200),
                get("/contacts/{contact_id}/companies", "/contacts/6762f1261bb69f9f2193bba8/companies", 200),
                get("/contacts/{contact_id}/companies", "/contacts/ffffffffffffffffffffffff/companies", 404),
                get("/conversations", "/conversations", 200),
                get("/conversations", "/conversations?per_page=5", 200),
                get("/conversations/deleted", "/conversations/deleted", 200),
                get("/conversations/attributes", "/conversations/attributes", 200),
                get("/conversations/{conversation_id}", "/conversations/215475827415413", 200),
                get("/conversations/{conversation_id}", "/conversations/215475827415505", 200),
                get("/conversations/{conversation_id}", "/conversations/215475827415529?display_as=plaintext", 200),
                get("/conversations/{conversation_id}", "/conversations/215000000000000", 404),
                new Operation("PUT", "/conversations/{conversation_id}", CLOSED,
                        "{\"title\":\"T\",\"read\":true,\"company_id\":\"68a1f0a00000000000000c01\",\"custom_attributes\":{\"jira_issue_key\":\"DEMO-1\"}}", 200),
                post("/conversations/search", "/conversations/search", "{\"query\":{\"field\":\"state\",\"operator\":\"=\",\"value\":\"open\"},\"pagination\":{\"per_page\":3}}", 200),
                reply("{\"message_type\":\"note\",\"type\":\"admin\"," + ADMIN + ",\"body\":\"<p>n</p>\"}", 200),
                reply("{\"message_type\":\"comment\",\"type\":\"admin\"," + ADMIN + ",\"body\":\"c\"}", 200),
                reply("{\"message_type\":\"comment\",\"type\":\"user\",\"intercom_user_id\":\"6762f1261bb69f9f2193bba9\",\"body\":\"u\"}", 200),
                post("/conversations/{conversation_id}/reply", "/conversations/215000000000000/reply", "{\"message_type\":\"note\",\"type\":\"admin\"," + ADMIN + ",\"body\":\"n\"}", 404),
                parts("{\"message_type\":\"close\",\"type\":\"admin\"," + ADMIN + "}"),
                parts("{\"message_type\":\"open\"," + ADMIN + "}"),
                parts("{\"message_type\":\"snoozed\"," + ADMIN + ",\"snoozed_until\":4102444800}"),
                parts("{\"message_type\":\"assignment\",\"type\":\"admin\"," + ADMIN + ",\"assignee_id\":\"5017692\"}"),
                parts("{\"message_type\":\"assignment\",\"type\":\"admin\"," + ADMIN + ",\"assignee_id\":\"0\"}"),
                post("/tags", "/tags", "{\"name\":\"contract\"}", 200),
                post("/conversations/{conversation_id}/tags", CLOSED + "/tags", "{\"id\":\"101\"," + ADMIN + "}", 200),
                new Operation("DELETE", "/conversations/{conversation_id}/tags/{tag_id}", CLOSED + "/tags/101", "{" + ADMIN + "}", 200),
                new Operation("DELETE", "/conversations/{conversation_id}/tags/{tag_id}", CLOSED + "/tags/999", "{" + ADMIN + "}", 404));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAnswerIsAsDescribed(Operation operation) {
        assumeTrue(description.isPresent(), WHY_SKIPPED);
        Browser.Answer answer = perform(operation);

        assertThat(answer.status()).as(answer.text()).isEqualTo(operation.status);
        assertThat(problems(validator.validateRequest(request(operation)), Set.of())).as("request").isEmpty();
        Set<String> known = new TreeSet<>(description.get().exampleMembers(operation.method, operation.template));
        known.addAll(KNOWN_FROM_USE);
        assertThat(problems(validator.validateResponse(operation.template, Request.Method.valueOf(operation.method), response(answer)), known))
                .as(answer.text()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAnswerHasEveryMemberOfThePublishedExample(Operation operation) {
        assumeTrue(description.isPresent(), WHY_SKIPPED);
        Optional<JsonElement> example = description.get().example(operation.method, operation.template, operation.status);
        List<String> missing = new ArrayList<>();
        example.ifPresent(published -> compare("", published, perform(operation).json(), missing));

        assertThat(example).as("a published example").isPresent();
        assertThat(missing).isEmpty();
    }

    /** Objects member by member, lists by their first items; what is null or empty on either side says nothing. */
    private static void compare(String path, JsonElement published, JsonElement ours, List<String> missing) {
        if (published instanceof JsonObject expected && ours instanceof JsonObject actual && !path.endsWith("/custom_attributes")) {
            expected.entrySet().forEach(member -> {
                if (actual.has(member.getKey())) {
                    compare(path + "/" + member.getKey(), member.getValue(), actual.get(member.getKey()), missing);
                } else {
                    missing.add(path + "/" + member.getKey());
                }
            });
        }
        if (published instanceof JsonArray expected && ours instanceof JsonArray actual && !expected.isEmpty() && !actual.isEmpty()) {
            compare(path + "/0", expected.get(0), actual.get(0), missing);
        }
    }

    private Browser.Answer perform(Operation operation) {
        String path = "/us" + operation.path;
        try {
            return switch (operation.method) {
                case "GET" -> app.get(path);
                case "POST" -> app.post(path, operation.body);
                case "PUT" -> app.put(path, operation.body);
                default -> app.delete(path, operation.body);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleRequest request(Operation operation) {
        String[] address = operation.path.split("\\?");
        SimpleRequest.Builder request = new SimpleRequest.Builder(operation.method, address[0], false)
                .withHeader("Authorization", "Bearer token").withHeader("Intercom-Version", "2.16").withAccept("application/json");
        if (address.length > 1) {
            String[] parameter = address[1].split("=");
            request.withQueryParam(parameter[0], parameter[1]);
        }
        return operation.body.isEmpty() ? request.build() : request.withContentType("application/json").withBody(operation.body).build();
    }

    private static SimpleResponse response(Browser.Answer answer) {
        return SimpleResponse.Builder.status(answer.status()).withContentType(answer.header("Content-Type")).withBody(answer.text()).build();
    }

    private static List<String> problems(ValidationReport report, Set<String> knownByExample) {
        return report.getMessages().stream().filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !(message.getKey().endsWith(".additionalProperties") && knownByExample.containsAll(namesIn(message))))
                .map(message -> message.getKey() + ": " + message.getMessage() + " " + message.getNestedMessages()).toList();
    }

    /** The message lists the unknown members as {@code ["a","b"]}, behind the path, which has no quotation marks. */
    private static Set<String> namesIn(ValidationReport.Message message) {
        return Pattern.compile("\"([^\"]+)\"").matcher(message.getMessage()).results().map(name -> name.group(1)).collect(Collectors.toSet());
    }

    private static Operation get(String template, String path, int status) {
        return new Operation("GET", template, path, "", status);
    }

    private static Operation post(String template, String path, String body, int status) {
        return new Operation("POST", template, path, body, status);
    }

    private static Operation reply(String body, int status) {
        return post("/conversations/{conversation_id}/reply", CLOSED + "/reply", body, status);
    }

    private static Operation parts(String body) {
        return post("/conversations/{conversation_id}/parts", CLOSED + "/parts", body, 200);
    }
}
