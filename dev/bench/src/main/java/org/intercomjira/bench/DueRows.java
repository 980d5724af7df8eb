package org.intercomjira.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.delivery.EngineAccess;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;

/** Whether a long queue makes picking and inserting dearer. */
final class DueRows implements Measurement {
    private static final int FEW = 1_000;
    private static final int MANY = 200_000;
    private static final int CONVERSATIONS = 500;
    private static final int PAGE = 64;
    private static final double MOST = 1.2;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        for (Kind kind : Kind.values()) {
            try (Site few = new Site(databases.open(kind), databases.newFolder()); Site many = new Site(databases.open(kind), databases.newFolder())) {
                Queue small = new Queue(few.connect("no-token"), FEW);
                Queue large = new Queue(many.connect("no-token"), MANY);
                Duel.Result pick = new Duel(25).between(large::pick, small::pick);
                results.add(Figure.atMost(MOST, "", "queue.pick-due-rows/" + kind.text(), pick.ratio(),
                        "claim of " + PAGE + " messages: " + pick.detail("200,000 waiting", "1,000 waiting")));
                Duel.Result insert = new Duel(200).between(large::insert, small::insert);
                results.add(Figure.atMost(MOST, "", "queue.insert/" + kind.text(), insert.ratio(), insert.detail("200,000 waiting", "1,000 waiting")));
            }
        }
    }

    /** A number of waiting messages that stays the same: what is picked counts as delivered, and as much is put to the end. */
    private static final class Queue {
        private final Outbox outbox;
        private final EngineAccess engine;
        private final BulkRows rows;
        private int added;

        Queue(Site site, int length) {
            outbox = site.bean(Outbox.class);
            engine = site.engine();
            rows = site.rows();
            outbox.enqueue(next());
            long first = System.currentTimeMillis() - length - 1_000;
            rows.multiply("OUTBOX", length, Map.of("ORDER_KEY", "'" + Site.WORKSPACE + ":' || mod(n, " + CONVERSATIONS + ")", "DEDUPE_KEY", "'copy:' || n",
                    "NEXT_AT", first + " + n", "CREATED_AT", first + " + n"));
        }

        private Message next() {
            added++;
            return new Message(Site.WORKSPACE, String.valueOf(JiraStubs.CONNECTED), Site.WORKSPACE + ":" + added % CONVERSATIONS, "fact:" + added,
                    "note", "{\"issue\":10107,\"workspace\":\"ecahpwf5\",\"conversation\":\"215475827415413\",\"changeGroup\":20311,\"actor\":\"Dev Eloper\","
                    + "\"fromStatus\":\"To Do\",\"toStatus\":\"In Progress\"}");
        }

        long pick(int number) throws Exception {
            int[] claimed = new int[1];
            long nanos = Duel.time(() -> claimed[0] = engine.claim(Site.WORKSPACE, PAGE));
            if (claimed[0] != PAGE) {
                throw new IllegalStateException("Claimed " + claimed[0]);
            }
            rows.execute("OUTBOX", "update TABLE set \"STATUS\" = 'DONE', \"PENDING\" = false, \"OWNER_NODE\" = null, \"CLAIMED_AT\" = null"
                    + " where \"STATUS\" = 'SENDING'");
            outbox.enqueueJudged(List.of(new JudgedFact("page", Stream.generate(this::next).limit(PAGE).toList(), List.of())));
            return nanos;
        }

        long insert(int number) throws Exception {
            Message message = next();
            return Duel.time(() -> outbox.enqueue(message));
        }
    }
}
