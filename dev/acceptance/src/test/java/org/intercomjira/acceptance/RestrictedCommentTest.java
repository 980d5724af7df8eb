package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Http;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** N5, attacked: from the moment at which a comment is no longer for everybody, not a word of it goes to Intercom. */
@ExtendWith(Servers.class)
class RestrictedCommentTest {
    private final Scene scene;
    private final Http jira;

    RestrictedCommentTest(Site site) {
        this.scene = new Scene(site);
        this.jira = scene.as(Account.DEVELOPER).http();
    }

    /** What takes a comment away from everybody, and the issue with it. */
    enum Taking {
        FOR_A_ROLE, FOR_A_GROUP, INTERNAL, DELETED
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
    }

    @AfterEach
    void recover() {
        scene.intercom().recover();
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfItIsSentWhenItIsTakenBeforeTheFirstTry(Taking taking) {
        LinkedIssue linked = quietly("Before the first try");
        String secret = secret();
        blockedByAMove(linked);
        String comment = comment(linked, secret);

        take(taking, linked, comment);

        assertNothingReaches(linked, secret);
    }

    /** The first try has sent it, for it was for everybody; Intercom has refused it. */
    @ParameterizedTest
    @EnumSource
    void nothingOfItIsSentAgainWhenItIsTakenBetweenTwoTries(Taking taking) {
        LinkedIssue linked = quietly("Between two tries");
        String secret = secret();
        scene.intercom().failOnNotes();
        String comment = comment(linked, secret);
        awaitTry(linked);

        take(taking, linked, comment);

        assertNothingReaches(linked, secret);
    }

    @Test
    void whatWasNeverForEverybodyIsNotSentWhenItIsOpenedLater() {
        LinkedIssue linked = quietly("Opened later");
        String secret = secret();
        blockedByAMove(linked);
        String comment = jira.post(path(linked), Map.of("body", secret, "visibility", role())).expect(201).json().get("id").getAsString();
        jira.put(path(linked) + "/" + comment, Map.of("body", secret)).expect(200);

        assertNothingReaches(linked, secret);
    }

    @Test
    void theRestOfACombinedEditIsToldWithoutTheComment() {
        LinkedIssue linked = quietly("Combined");
        String secret = secret();
        scene.intercom().failOnNotes();
        jira.post("/rest/api/2/issue/" + linked.issue() + "/transitions", Map.of("transition", Map.of("id", Jira.DONE),
                "update", Map.of("comment", List.of(Map.of("add", Map.of("body", secret)))))).expect(204);
        awaitTry(linked);
        take(Taking.FOR_A_ROLE, linked, onlyComment(linked));

        assertNothingReaches(linked, secret);
        assertThat(scene.movesTold(linked)).singleElement().extracting(Note::text).asString().doesNotContain("commented");
    }

    @Test
    void anIssueThatGetsASecurityLevelIsNotToldOf() {
        String secret = secret();
        LinkedIssue linked = quietly(secret);
        blockedByAMove(linked);
        scene.as(Account.PROJECT_ADMIN).http().put("/rest/api/2/issue/" + linked.issue(), Map.of("fields", Map.of("security", Map.of("name", "Confidential")))).expect(204);
        scene.intercom().forgetRequests();

        assertNothingReaches(linked, secret);
    }

    private LinkedIssue quietly(String summary) {
        LinkedIssue linked = scene.linkedIssue(summary);
        scene.awaitNothingWaiting();
        scene.intercom().forgetRequests();
        return linked;
    }

    /** Whatever comes now waits behind a note that Intercom refuses. */
    private void blockedByAMove(LinkedIssue linked) {
        scene.intercom().failOnNotes();
        scene.move(linked, Jira.IN_PROGRESS);
        awaitTry(linked);
    }

    private void awaitTry(LinkedIssue linked) {
        await("a try").atMost(Scene.PATIENCE).until(() -> !scene.intercom().requests("/conversations/" + linked.conversation() + "/reply$").isEmpty());
    }

    private String comment(LinkedIssue linked, String text) {
        return jira.post(path(linked), Map.of("body", text)).expect(201).json().get("id").getAsString();
    }

    private void take(Taking taking, LinkedIssue linked, String comment) {
        JsonObject old = taking == Taking.DELETED ? null : jira.get(path(linked) + "/" + comment).expect(200).json();
        switch (taking) {
            case FOR_A_ROLE -> jira.put(path(linked) + "/" + comment, Map.of("body", old.get("body").getAsString(), "visibility", role())).expect(200);
            case FOR_A_GROUP -> jira.put(path(linked) + "/" + comment, Map.of("body", old.get("body").getAsString(),
                    "visibility", Map.of("type", "group", "value", "jira-developers"))).expect(200);
            case INTERNAL -> assertThat(jira.put("/rest/api/2/comment/" + comment + "/properties/sd.public.comment", Map.of("internal", true)).status()).isBetween(200, 201);
            case DELETED -> jira.delete(path(linked) + "/" + comment).expect(204);
        }
        scene.intercom().forgetRequests();
    }

    private void assertNothingReaches(LinkedIssue linked, String secret) {
        scene.intercom().recover();
        scene.awaitNothingWaiting();
        assertThat(scene.intercom().requests("")).noneMatch(request -> request.toString().contains(secret));
        assertThat(scene.intercom().notesIn(linked.conversation())).noneMatch(note -> note.html().contains(secret) && !note.html().contains("linked this conversation"));
    }

    private String onlyComment(LinkedIssue linked) {
        return jira.get(path(linked)).expect(200).json().getAsJsonArray("comments").get(0).getAsJsonObject().get("id").getAsString();
    }

    private static String path(LinkedIssue linked) {
        return "/rest/api/2/issue/" + linked.issue() + "/comment";
    }

    private static Map<String, String> role() {
        return Map.of("type", "role", "value", "Developers");
    }

    private static String secret() {
        return "secret" + UUID.randomUUID().toString().replace("-", "");
    }
}
