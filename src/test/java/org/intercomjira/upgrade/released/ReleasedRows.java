package org.intercomjira.upgrade.released;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.java.ao.DBParam;

/** Rows of every kind as version 0.1.0 writes them: the columns that it knows, by the entities that it has. Never change what they say. */
public final class ReleasedRows {
    /** How many upgrade tasks version 0.1.0 has: they have run on its databases. */
    public static final int TASKS = 1;
    public static final List<String> TABLES = List.of("AO_7E57DB_CONNECTION", "AO_7E57DB_OAUTH_STATE", "AO_7E57DB_LINK", "AO_7E57DB_OUTBOX", "AO_7E57DB_LANE",
        "AO_7E57DB_DRAFT");
    private static final String DEAD_NODE = "00000000-0000-4000-8000-000000000000";

    private final ActiveObjects ao;
    private final Instant now;
    private final int number;

    /** @param number two sets of rows in one database have two numbers */
    public ReleasedRows(ActiveObjects ao, Instant now, int number) {
        this.ao = ao;
        this.now = now;
        this.number = number;
    }

    public String lane() {
        return "acme" + number;
    }

    /** The project that most messages are of. */
    public String sender() {
        return String.valueOf(10_000 + number);
    }

    /** The project whose connection is broken. */
    public String heldSender() {
        return String.valueOf(20_000 + number);
    }

    public String dedupeKey(String payload) {
        return "fact:" + number + ":" + payload;
    }

    public String orderKey(int conversation) {
        return lane() + ":" + conversation;
    }

    public void fill() {
        ao.executeInTransaction(() -> {
            ao.create(LaneEntity.class, new DBParam("NAME", lane()), new DBParam("TURNS", 41L));
            ao.create(OAuthStateEntity.class, new DBParam("STATE_HASH", "5feceb66" + number), new DBParam("USER_KEY", "JIRAUSER10100"),
                new DBParam("PROJECT_ID", 10_000L + number), new DBParam("REGION", "EU"), new DBParam("EXPIRES_AT", at(Duration.ofMinutes(9))));
            connection();
            part(draft(link()));
            messages();
            return null;
        });
    }

    private void connection() {
        ConnectionEntity row = ao.create(ConnectionEntity.class, new DBParam("PROJECT_ID", 10_000L + number), new DBParam("WORKSPACE_ID", lane()),
            new DBParam("REGION", "EU"), new DBParam("APP_USER_ID", "5017691"), new DBParam("STATE", "BROKEN"));
        row.setWorkspaceName("Acmé");
        row.setAppUserName("Jira app");
        row.setAppUserEmail("jira-app@acme.example");
        row.setAppUserAvatar("https://static.example.org/" + "a".repeat(300) + ".png");
        row.setPreviousAppUser("Sam Support");
        row.setTokenCipher("1:" + "c2VhbGVk".repeat(100));
        row.setStateReason("authorisation_lost");
        row.setStateSince(at(Duration.ofHours(-3)));
        row.setConnectedBy("JIRAUSER10000");
        row.setConnectedAt(at(Duration.ofDays(-30)));
        row.setLastSuccessAt(at(Duration.ofHours(-4)));
        row.save();
    }

    private long link() {
        return ao.create(LinkEntity.class, new DBParam("LINK_KEY", 10_100L + number + ":" + lane() + ":7"), new DBParam("ISSUE_ID", 10_100L + number),
            new DBParam("PROJECT_ID", 10_000L + number), new DBParam("WORKSPACE_ID", lane()), new DBParam("WORKSPACE_NAME", "Acmé"), new DBParam("REGION", "EU"),
            new DBParam("CONVERSATION_ID", "7"), new DBParam("LINKED_BY", "JIRAUSER10000"), new DBParam("LINKED_AT", at(Duration.ofDays(-20))),
            new DBParam("ORIGIN", "jira"), new DBParam("SNAPSHOT", "{\"subject\":\"" + "long ".repeat(5_000) + "\"}"),
            new DBParam("SNAPSHOT_AT", at(Duration.ofDays(-1))), new DBParam("REMOTE_STATE", "ok"), new DBParam("UNSENT", true)).getId();
    }

    private long draft(long link) {
        return ao.create(DraftEntity.class, new DBParam("LINK_ID", link), new DBParam("ISSUE_ID", 10_100L + number), new DBParam("AUTHOR", "JIRAUSER10000"),
            new DBParam("KIND", "REPLY"), new DBParam("BODY", "Grüße, " + "long ".repeat(1_900)), new DBParam("CREATED_AT", at(Duration.ofDays(-40)))).getId();
    }

    private void part(long draft) {
        create(7, heldSender(), "part:" + draft, "part", String.valueOf(draft), "HELD", true, 0, Duration.ofMinutes(4), code("authorisation_lost", "authorisation_lost"));
    }

    /** In each conversation what goes first is written first, but for what went ahead. */
    private void messages() {
        note(1, sender(), "sending", "SENDING", 0, Duration.ofMinutes(-7), new DBParam("OWNER_NODE", DEAD_NODE), new DBParam("CLAIMED_AT", at(Duration.ofMinutes(-10))));
        note(1, sender(), "blocked", "BLOCKED", 0, Duration.ofMinutes(5));
        note(2, sender(), "behind", "WAITING", 0, Duration.ZERO);
        note(2, sender(), "ahead", "WAITING", -1, Duration.ZERO);
        note(3, heldSender(), "held", "HELD", 0, Duration.ofMinutes(4), code("authorisation_lost", "authorisation_lost"));
        note(3, sender(), "free", "WAITING", 0, Duration.ofMinutes(-2));
        note(4, sender(), "tried", "WAITING", 0, Duration.ofHours(1), merge(code("unknown", "HTTP 503"), new DBParam("FIRST_SENT_AT", at(Duration.ofHours(-2))),
            new DBParam("FAILING_SINCE", at(Duration.ofHours(-2)))));
        note(4, sender(), "after", "BLOCKED", 0, Duration.ofMinutes(5));
        note(5, sender(), "dead", "DEAD", 0, Duration.ofDays(-2), code("not_found", "Conversation not found"));
        note(6, sender(), "delivered", "DONE", 0, Duration.ofDays(6));
        note(6, sender(), "covered", "DONE", 0, Duration.ofDays(6), code("covered", null));
    }

    private void note(int conversation, String sender, String payload, String status, int place, Duration next, DBParam... more) {
        boolean pending = !status.equals("DONE") && !status.equals("DEAD");
        create(conversation, sender, dedupeKey(payload), "note", payload, status, pending, place, next, more);
    }

    private void create(int conversation, String sender, String dedupeKey, String type, String payload, String status, boolean pending, int place, Duration next,
                        DBParam... more) {
        ao.create(OutboxEntity.class, merge(new DBParam[] {new DBParam("LANE", lane()), new DBParam("SENDER", sender), new DBParam("ORDER_KEY", orderKey(conversation)),
            new DBParam("DEDUPE_KEY", dedupeKey), new DBParam("TYPE", type), new DBParam("PAYLOAD", payload), new DBParam("STATUS", status),
            new DBParam("PENDING", pending), new DBParam("PLACE", place), new DBParam("ATTEMPTS", more.length), new DBParam("NEXT_AT", at(next)),
            new DBParam("CREATED_AT", at(Duration.ofDays(-3)))}, more));
    }

    private static DBParam[] code(String code, String reason) {
        return new DBParam[] {new DBParam("LAST_ERROR_CODE", code), new DBParam("LAST_ERROR", reason)};
    }

    private static DBParam[] merge(DBParam[] some, DBParam... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(DBParam[]::new);
    }

    private long at(Duration fromNow) {
        return now.plus(fromNow).toEpochMilli();
    }
}
