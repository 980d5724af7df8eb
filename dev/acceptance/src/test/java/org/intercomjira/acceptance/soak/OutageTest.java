package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Json;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.ChangedJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a cluster works with goes away and comes back: the authorisation, a conversation, the plugin itself, the database. */
class OutageTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    /** Java 17 ends the threads of an HTTP client when it is collected, and not before; other threads have been told to end. */
    private static final Duration COLLECTED = Duration.ofMinutes(3);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final List<Integer> NODES = List.of(0, 1);
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.started();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void recover() {
        cluster.intercom().recover();
    }

    @Test
    void aLostAuthorisationIsNoticedAtOnceAndNothingIsLostUntilReconnect() {
        Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
        cluster.intercom().forgetRequests();
        CompletableFuture<Void> moving = workload.start(Sizes.REVOKED);
        workload.awaitMade(Sizes.REVOKED / 2);
        cluster.intercom().revokeTokensOf(Teammate.JIRA_APP);
        moving.join();
        await("broken connections").atMost(LONG_ENOUGH).until(() -> Cluster.PROJECTS.stream().allMatch(project -> state(project).equals("broken")));
        assertThat(workload.tally().lost()).as("waiting for Reconnect").isPositive();
        workload.connect();
        Report.allIsWell("token revoked", workload, workload.awaitDelivered(LONG_ENOUGH));
        assertThat(refusedCalls()).as("only what was under way was tried").isNotEmpty().allSatisfy((call, times) -> assertThat(times).isLessThanOrEqualTo(NODES.size()));
    }

    /** How often each call was refused, by its token and the conversation. */
    private static Map<String, Long> refusedCalls() {
        return cluster.intercom().requests("/conversations/").stream().filter(request -> !request.get("status").isJsonNull() && request.get("status").getAsInt() == 401)
                .collect(Collectors.groupingBy(request -> request.get("tokenSha256").getAsString() + " " + request.get("path").getAsString(), Collectors.counting()));
    }

    private static String state(String project) {
        return plugin().connection(project).expect(200).json().get("state").getAsString();
    }

    @Test
    void aPoisonedMessageIsPutAsideAndCanBeRetriedOrDiscarded() {
        Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
        String deleted = workload.conversation(1);
        String refusing = workload.conversation(2);
        cluster.intercom().deleteConversation(deleted);
        cluster.intercom().refuseNotesIn(refusing);
        workload.work(Sizes.POISONED);
        assertThat(workload.without(deleted, refusing).awaitDelivered(LONG_ENOUGH).lost()).as("of the others").isZero();
        await("failed deliveries").atMost(LONG_ENOUGH).until(() -> workload.waiting() == 0);
        List<JsonObject> failed = failed();
        assertThat(failed).extracting(each -> each.get("conversationId").getAsString()).containsOnly(deleted, refusing);
        assertThat(failed).allMatch(each -> !each.get("reason").isJsonNull() && each.get("attempts").getAsInt() == 1);

        cluster.intercom().recover();
        failed.stream().filter(each -> of(each, refusing)).forEach(each -> plugin().send("POST", "/admin/deliveries/" + id(each) + "/retry", "{}").expect(200));
        failed.stream().filter(each -> of(each, deleted)).forEach(each -> plugin().send("DELETE", "/admin/deliveries/" + id(each), "").expect(204));
        assertThat(failed()).isEmpty();
        Report.allIsWell("poison", workload.without(deleted), workload.without(deleted).awaitDelivered(LONG_ENOUGH));
        assertThat(failed()).isEmpty();
    }

    private static List<JsonObject> failed() {
        return Json.list(plugin().send("GET", "/admin/deliveries?state=failed&limit=200", "").expect(200).json().getAsJsonArray("deliveries")).stream()
                .map(JsonElement::getAsJsonObject).toList();
    }

    private static boolean of(JsonObject delivery, String conversation) {
        return delivery.get("conversationId").getAsString().equals(conversation);
    }

    private static long id(JsonObject delivery) {
        return delivery.get("id").getAsLong();
    }

    @Test
    void whatWaitsSurvivesAnUpgradeAndNothingOfTheOldPluginIsLeft() throws IOException {
        Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
        cluster.intercom().goDown();
        workload.work(Sizes.UPGRADED);
        assertThat(workload.waiting()).isGreaterThanOrEqualTo(Sizes.UPGRADED).isEqualTo(workload.tally().sent());
        List<Inside> jvms = NODES.stream().map(node -> new Inside(cluster.node(node).pid())).toList();
        List<Long> before = jvms.stream().map(Inside::bundleClassLoaders).toList();
        ChangedJar next = ChangedJar.ofVersion("0.1.99");
        for (int node : NODES) {
            cluster.plugins(node).disable();
            await("the end of the plugin's threads").atMost(COLLECTED).untilAsserted(
                    () -> assertThat(jvms.get(node).threadsAfterCollection()).noneMatch(name -> name.startsWith("intercom-") || name.startsWith("HttpClient-")));
            cluster.plugins(node).upload(next.file());
            cluster.plugins(node).enable();
            assertThat(cluster.plugins(node).version()).isEqualTo("0.1.99");
        }
        cluster.intercom().recover();
        Report.allIsWell("upgrade", workload, workload.awaitDelivered(LONG_ENOUGH));
        await("the end of the old class loaders").atMost(COLLECTED).untilAsserted(
                () -> assertThat(jvms.stream().map(Inside::bundleClassLoaders).toList()).isEqualTo(before));
    }

    @Test
    void whileTheDatabaseIsGoneEditsFailAsJiraFailsAndAfterwardsAllNotesArrive() {
        Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
        CompletableFuture<Void> moving = workload.start(Sizes.OUTAGE);
        workload.awaitMade(Sizes.OUTAGE / 2);
        cluster.database().stop();
        await("the end of the outage").pollDelay(OUTAGE).atMost(LONG_ENOUGH).until(() -> true);
        cluster.database().start();
        moving.join();
        Tally tally = workload.awaitDelivered(LONG_ENOUGH);
        Report.allIsWell("database gone", workload, tally);
        assertThat(tally.sent()).as("an edit that Jira confirmed was made").isGreaterThanOrEqualTo(workload.answers().made());
        assertThat(cluster.complaints()).as("of Jira about the plugin").isEmpty();
    }

    private static IntercomPlugin plugin() {
        return cluster.site().as(Account.ADMIN).plugin();
    }
}
