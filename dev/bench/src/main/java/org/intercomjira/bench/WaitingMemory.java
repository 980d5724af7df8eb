package org.intercomjira.bench;

import java.util.Map;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;

/** What 200,000 waiting messages cost in memory while the engine is at them and Intercom has taken the authorisation away. */
final class WaitingMemory implements Measurement {
    private static final int WAITING = 200_000;
    private static final int SAMPLES = 8;
    private static final double MOST = 20;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        try (Site site = new Site(databases.open(Kind.POSTGRESQL), databases.newFolder())) {
            site.connect("no-token");
            enqueue(site);
            site.rows().execute("CONNECTION", "update TABLE set \"STATE\" = 'BROKEN', \"STATE_REASON\" = 'authorisation_lost'");
            site.engine().start();
            awaitNothingSending(site);
            double idle = Heap.highest(2);
            site.rows().multiply("OUTBOX", WAITING, Map.of("DEDUPE_KEY", "'copy:' || n", "ORDER_KEY", "'" + Site.WORKSPACE + ":' || mod(n, 500)",
                    "STATUS", "'WAITING'", "NEXT_AT", "t.\"CREATED_AT\" - 200000 + n"));
            site.engine().wake();
            double full = Heap.highest(SAMPLES);
            long parked = site.rows().number("OUTBOX", "select count(*) from TABLE where \"STATUS\" <> 'WAITING'");
            site.engine().stop();
            if (parked == 0) {
                throw new IllegalStateException("The engine did nothing");
            }
            results.add(Figure.atMost(MOST, "MB", "memory.200000-waiting", full - idle, "highest of " + SAMPLES + " samples of the heap after a full collection, "
                    + Numbers.text(idle) + " MB when idle; meanwhile the engine parked " + parked + " messages"));
        }
    }

    private static void enqueue(Site site) {
        site.bean(Outbox.class).enqueue(new Message(Site.WORKSPACE, String.valueOf(JiraStubs.CONNECTED), Site.WORKSPACE + ":1", "fact:1", "note",
                "{\"issue\":10107,\"workspace\":\"ecahpwf5\",\"conversation\":\"215475827415413\",\"changeGroup\":20311}"));
    }

    private static void awaitNothingSending(Site site) throws InterruptedException {
        while (site.rows().number("OUTBOX", "select count(*) from TABLE where \"STATUS\" = 'WAITING'") > 0) {
            Thread.sleep(50);
        }
    }
}
