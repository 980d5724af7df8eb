package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intercomjira.platform.Secret;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntercomClientTest {
    private static final ConversationId CONVERSATION = new ConversationId("215475827415413");
    private static final TeammateId TEAMMATE = new TeammateId("5017691");
    private static final String ANSWER = "{\"id\":\"215475827415413\",\"state\":\"closed\"}";

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final ScriptedServer intercom = new ScriptedServer();
    private final RateLimits limits = new RateLimits(clock);
    private final IntercomEndpoints endpoints = new IntercomEndpoints(true, intercom.address());
    private final IntercomTransport transport = new IntercomTransport(clock);
    private final IntercomClient client = new IntercomClient(new IntercomRequests(endpoints), transport, limits);
    private final Access access = new Access(Region.EU, new Secret("token-1"));

    @AfterEach
    void close() throws Exception {
        transport.close();
        intercom.close();
    }

    @Test
    void aCodeIsExchangedAsItCame() {
        intercom.willAnswer(200, "{\"token_type\":\"Bearer\",\"token\":\"dG9r\",\"access_token\":\"dG9r\"}");

        Answer<Secret> answer = client.exchangeCode(new OAuthApp("client", new Secret("s&cret")), "abc+d=").join();

        assertThat(answer).isEqualTo(new Answer.Ok<>(new Secret("dG9r")));
        ScriptedServer.Request request = intercom.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /us/auth/eagle/token");
        assertThat(request.header("Content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.body()).isEqualTo("code=abc%2Bd%3D&client_id=client&client_secret=s%26cret");
    }

    @Test
    void aMergedContactIsTheOneThatItWasMergedInto() {
        String merged = "{\"type\":\"error.list\",\"errors\":[{\"code\":\"contact_merged\",\"message\":\"This contact has been merged.\"}]}";
        intercom.willAnswer(410, merged, Map.of("Link", "</contacts/6762f0d0>; rel=\"canonical\""));
        intercom.willAnswer(410, merged, Map.of("Link", "<https://evil.example/contacts/6762f0d1>; rel=canonical"));
        intercom.willAnswer(200, "{\"id\":\"6762f0d1\",\"name\":\"Ann\"}");

        Answer<Profile> answer = client.contact(access, "6762f0cf").join();

        assertThat(((Answer.Ok<Profile>) answer).value().attribute("id")).hasValue("6762f0d1");
        assertThat(intercom.requests()).extracting(ScriptedServer.Request::path).containsExactly("/eu/contacts/6762f0cf", "/eu/contacts/6762f0d0", "/eu/contacts/6762f0d1");
    }

    @Test
    void contactsThatAreMergedInACircleAreNobody() {
        for (int i = 0; i <= MergedContact.MOST_HOPS; i++) {
            intercom.willAnswer(410, "{\"errors\":[{\"code\":\"contact_merged\"}]}", Map.of("Link", "</contacts/again>; rel=\"canonical\""));
        }

        Answer<Profile> answer = client.contact(access, "again").join();

        assertThat(answer).isEqualTo(new Answer.Failed<>(new Failure.NotFound("contact_merged", "contact_merged")));
        assertThat(intercom.requests()).hasSize(1 + MergedContact.MOST_HOPS);
    }

    @Test
    void aMergedContactWithoutAUsableSuccessorIsNobody() {
        intercom.willAnswer(410, "{\"errors\":[{\"code\":\"contact_merged\"}]}", Map.of("Link", "</contacts/../me>; rel=\"canonical\""));

        assertThat(client.contact(access, "1").join()).isInstanceOf(Answer.Failed.class);
        assertThat(intercom.requests()).hasSize(1);
    }

    @Test
    void aRefusedTokenIsConfirmedByMe() {
        String revoked = "{\"errors\":[{\"code\":\"token_revoked\",\"message\":\"Revoked\"}]}";
        intercom.willAnswer(401, revoked);
        intercom.willAnswer(401, revoked);

        assertThat(client.conversation(access, CONVERSATION).join()).isEqualTo(new Answer.Failed<>(new Failure.AuthorisationLost("token_revoked", "Revoked")));
        assertThat(intercom.requests()).extracting(ScriptedServer.Request::path).last().isEqualTo("/eu/me");
    }

    @Test
    void aConversationThatIsRefusedThoughMeIsNotIsForbiddenAlone() {
        intercom.willAnswer(401, "{\"errors\":[{\"code\":\"token_unauthorized\",\"message\":\"Not authorized to access resource\"}]}");
        intercom.willAnswer(200, "{\"type\":\"admin\",\"id\":\"5017691\",\"name\":\"Jira app\",\"app\":{\"id_code\":\"ecahpwf5\",\"name\":\"Acme\",\"region\":\"EU\"}}");

        assertThat(client.conversation(access, CONVERSATION).join())
            .isEqualTo(new Answer.Failed<>(new Failure.Forbidden("token_unauthorized", "Not authorized to access resource")));
    }

    @Test
    void aCodeThatIsUsedUpIsRefused() {
        intercom.willAnswer(401, "{\"type\":\"error.list\",\"errors\":[{\"code\":\"unauthorized\",\"message\":\"Unauthorized Code\"}]}");

        assertThat(client.exchangeCode(new OAuthApp("client", new Secret("s")), "abc").join())
            .isEqualTo(new Answer.Failed<>(new Failure.AuthorisationLost("unauthorized", "Unauthorized Code")));
    }

    @Test
    void anAnswerWithoutATokenIsUnreadable() {
        intercom.willAnswer(200, "{}");

        assertThat(client.exchangeCode(new OAuthApp("client", new Secret("s")), "abc").join())
            .isEqualTo(new Answer.Failed<>(new Failure.Unknown("unreadable_answer")));
    }

    @Test
    void everyCallNamesTokenVersionAndKindOfAnswer() {
        intercom.willAnswer(200, "{\"id\":\"1\",\"app\":{\"id_code\":\"ecahpwf5\",\"region\":\"EU\"}}");

        assertThat(client.me(access).join()).isInstanceOf(Answer.Ok.class);

        ScriptedServer.Request request = intercom.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("GET /eu/me");
        assertThat(request.header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(request.header("Intercom-version")).isEqualTo("2.16");
        assertThat(request.header("Accept")).isEqualTo("application/json");
    }

    @Test
    void aConversationIsRead() {
        intercom.willAnswer(200, ANSWER);

        Answer<Conversation> answer = client.conversation(access, CONVERSATION).join();

        assertThat(((Answer.Ok<Conversation>) answer).value().state()).isEqualTo(Conversation.State.CLOSED);
        assertThat(intercom.requests().get(0).path()).isEqualTo("/eu/conversations/215475827415413");
    }

    @Test
    void aNoteIsWrittenAsTheTeammate() {
        intercom.willAnswer(200, ANSWER);

        assertThat(client.note(access, CONVERSATION, TEAMMATE, () -> "<p>\"Ä\"</p>").join()).isInstanceOf(Answer.Ok.class);

        ScriptedServer.Request request = intercom.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /eu/conversations/215475827415413/reply");
        assertThat(request.header("Content-type")).startsWith("application/json");
        assertThat(JsonView.of(request.body())).isEqualTo(JsonView.of(
            "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":\"5017691\",\"body\":\"<p>\\\"Ä\\\"</p>\"}"));
    }

    @Test
    void aConversationIsOpenedAsTheTeammate() {
        intercom.willAnswer(200, ANSWER);

        assertThat(client.open(access, CONVERSATION, TEAMMATE).join()).isInstanceOf(Answer.Ok.class);

        ScriptedServer.Request request = intercom.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /eu/conversations/215475827415413/parts");
        assertThat(JsonView.of(request.body())).isEqualTo(JsonView.of("{\"message_type\":\"open\",\"admin_id\":\"5017691\"}"));
    }

    @Test
    void aTokenThatIsAlreadyLostIsAsGoodAsUninstalled() {
        intercom.willAnswer(401, "{\"errors\":[{\"code\":\"token_revoked\"}]}");
        intercom.willAnswer(200, "");
        intercom.willAnswer(500, "");

        assertThat(client.uninstall(access).join()).isEqualTo(new Answer.Ok<>(null));
        assertThat(client.uninstall(access).join()).isEqualTo(new Answer.Ok<>(null));
        assertThat(client.uninstall(access).join()).isEqualTo(new Answer.Failed<>(new Failure.Unknown("http_500")));
        assertThat(intercom.requests().get(0).path()).isEqualTo("/eu/auth/uninstall");
    }

    @Test
    void aRedirectIsNotFollowed() {
        intercom.willAnswer(302, "", Map.of("Location", intercom.address() + "/elsewhere"));

        assertThat(client.me(access).join()).isEqualTo(new Answer.Failed<>(new Failure.Unknown("http_302")));
        assertThat(intercom.requests()).hasSize(1);
    }

    @Test
    void aNoteWhoseConnectionIsCutMayHaveArrivedAndIsNotRepeated() {
        intercom.willCut();

        Answer<Conversation> answer = client.note(access, CONVERSATION, TEAMMATE, () -> "x").join();

        assertThat(answer).isEqualTo(new Answer.Failed<>(new Failure.Unknown("IOException")));
        assertThat(intercom.requests()).hasSize(1);
    }

    @Test
    void whereNobodyListensNothingArrives() {
        intercom.close();

        Answer<Conversation> answer = client.note(access, CONVERSATION, TEAMMATE, () -> "x").join();

        assertThat(answer).isEqualTo(new Answer.Failed<>(new Failure.Unreachable("ConnectException")));
    }

    @Test
    void theRateLimitOfEveryAnswerIsKept() {
        assertThat(limits.of(access)).isEmpty();
        intercom.willAnswer(200, ANSWER, limit(1666, 1600, 10));

        client.conversation(access, CONVERSATION).join();

        assertThat(limits.of(access)).hasValueSatisfying(limit -> assertThat(limit.remaining()).isEqualTo(1600));
    }

    @Test
    void aCallThatWouldExceedTheLimitWaitsForTheNextWindow() {
        intercom.willAnswer(200, ANSWER, limit(100, 2, 2));
        client.conversation(access, CONVERSATION).join();
        intercom.willAnswer(200, ANSWER, limit(100, 99, 10));

        CompletableFuture<Answer<Conversation>> call = client.conversation(access, CONVERSATION);
        assertThat(intercom.requests()).hasSize(1);
        assertThat(call).isNotDone();

        clock.advance(Duration.ofSeconds(10));
        assertThat(call.join()).isInstanceOf(Answer.Ok.class);
        assertThat(intercom.requests()).hasSize(2);
    }

    @Test
    void after429NoCallGoesOutBeforeTheWindowEnds() {
        intercom.willAnswer(429, "{\"errors\":[{\"code\":\"rate_limit_exceeded\"}]}", Map.of("Retry-After", "1"));

        assertThat(client.conversation(access, CONVERSATION).join())
            .isEqualTo(new Answer.Failed<>(new Failure.RateLimited(clock.instant().plusSeconds(1))));
        assertThat(client.conversation(access, CONVERSATION)).isNotDone();
        assertThat(intercom.requests()).hasSize(1);
    }

    @Test
    void anotherTokenDoesNotWait() {
        intercom.willAnswer(429, "{}", Map.of("Retry-After", "1"));
        client.conversation(access, CONVERSATION).join();
        intercom.willAnswer(200, ANSWER);

        assertThat(client.conversation(new Access(Region.US, new Secret("token-2")), CONVERSATION).join()).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void afterClosingNoThreadIsLeftAndCallsFailAtOnce() throws Exception {
        Set<Thread> others = threads(thread -> true);
        IntercomTransport shortLived = new IntercomTransport(clock);
        IntercomClient leaving = new IntercomClient(new IntercomRequests(endpoints), shortLived, limits);
        intercom.willAnswer(200, ANSWER);
        leaving.conversation(access, CONVERSATION).join();
        Predicate<Thread> ours = thread -> !others.contains(thread)
            && (thread.getName().startsWith("intercom-http") || thread.getName().contains("SelectorManager"));
        assertThat(threads(ours)).isNotEmpty();

        shortLived.close();

        assertThat(leaving.conversation(access, CONVERSATION).join()).isEqualTo(new Answer.Failed<>(new Failure.Unreachable("stopped")));
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            assertThat(threads(ours)).isEmpty();
        });
    }

    private static Set<Thread> threads(Predicate<Thread> which) {
        return Thread.getAllStackTraces().keySet().stream().filter(which).collect(Collectors.toSet());
    }

    /** By the clock that the answer's date comes from, however late the answer is. */
    private static Supplier<Map<String, String>> limit(int limit, int remaining, int seconds) {
        return () -> Map.of("X-RateLimit-Limit", String.valueOf(limit), "X-RateLimit-Remaining", String.valueOf(remaining),
            "X-RateLimit-Reset", String.valueOf(Instant.now().plusSeconds(seconds).getEpochSecond()));
    }

    @Test
    void aReplyIsWrittenAsACommentOfTheAppUser() {
        intercom.willAnswer(200, ANSWER);

        assertThat(client.reply(access, CONVERSATION, TEAMMATE, () -> "<p>Fixed</p>").join()).isInstanceOf(Answer.Ok.class);

        ScriptedServer.Request request = intercom.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /eu/conversations/215475827415413/reply");
        assertThat(request.body()).contains("\"message_type\":\"comment\"", "\"admin_id\":\"5017691\"", "Fixed");
    }

    @Test
    void peopleCompaniesAttributesAndSearchesHaveTheirAddresses() {
        intercom.willAnswer(200, "{\"id\":\"67\"}");
        intercom.willAnswer(200, "{\"data\":[]}");
        intercom.willAnswer(200, "{\"data\":[]}");
        intercom.willAnswer(200, "{\"conversations\":[]}");

        client.contact(access, "67/../me").join();
        client.companies(access, "67").join();
        client.attributes(access, DataAttribute.Model.COMPANY).join();
        client.search(access, "total", 20).join();

        assertThat(intercom.requests()).extracting(request -> request.method() + " " + request.path()).containsExactly(
            "GET /eu/contacts/67%2F..%2Fme", "GET /eu/contacts/67/companies", "GET /eu/data_attributes?model=company", "POST /eu/conversations/search");
        assertThat(intercom.requests().get(3).body()).contains("\"per_page\":20");
    }
}
