package org.intercomjira.bench;

import com.atlassian.jira.event.issue.IssueEventBundle;
import java.util.Arrays;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.delivery.OutboxEntity;
import org.intercomjira.notification.IssueEventListener;

/** What an edit of a linked issue waits for, against one bare insert of the same row. */
final class EventThread implements Measurement {
    private static final double MOST = 1.5;
    private static final int MANY = 100;
    /** With the first database, until all of this is compiled, and with the next until it is at home there too. */
    private static final int[] WARM_UPS = {25_000, 20_000};
    private static final long ONE_LINK = 10_001;
    private static final long MANY_LINKS = 10_002;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        for (Kind kind : Kind.values()) {
            try (Site site = new Site(databases.open(kind), databases.newFolder())) {
                new Scene(site.connect("no-token").holdDeliveries()).measure(kind, results);
            }
        }
    }

    private static final class Scene {
        private final Site site;
        private final IssueEventListener listener;
        private final Transitions transitions;
        private final BareInsert bare;

        Scene(Site site) {
            this.site = site;
            listener = site.bean(IssueEventListener.class);
            transitions = new Transitions(site);
            site.link(ONE_LINK, "215475827415413");
            for (int link = 0; link < MANY; link++) {
                site.link(MANY_LINKS, String.valueOf(215_475_827_500_000L + link));
            }
            listener.onIssueEvents(transitions.of(site.jira().issue(ONE_LINK)));
            bare = new BareInsert(site);
        }

        /** A Jira that has been up for a day has compiled all of this. */
        private void warmUp(int edits) throws Exception {
            for (int edit = 0; edit < edits; edit++) {
                edit(ONE_LINK);
                bare.insert();
            }
        }

        void measure(Kind kind, Results results) throws Exception {
            String where = kind.text();
            warmUp(WARM_UPS[kind.ordinal()]);
            site.engine().start();
            try {
                oneLink(where, results);
                otherEdit(where, results);
                manyLinks(where, results);
            } finally {
                site.engine().stop();
            }
        }

        private void oneLink(String where, Results results) throws Exception {
            int statements = site.statements().during(() -> listener.onIssueEvents(transitions.of(site.jira().issue(ONE_LINK))));
            Duel.Result result = new Duel(200).between(number -> edit(ONE_LINK), number -> Duel.time(bare::insert));
            results.add(Figure.atMost(MOST, "", "event-thread.linked-issue/" + where, result.ratio(),
                    result.detail("listener with " + statements + " statements", "bare insert with " + site.statements().during(bare::insert))));
            check();
        }

        /** Of which nothing is told. */
        private void otherEdit(String where, Results results) throws Exception {
            int statements = site.statements().during(() -> listener.onIssueEvents(transitions.renaming(site.jira().issue(ONE_LINK))));
            Duel.Result result = new Duel(200).between(number -> heard(transitions.renaming(site.jira().issue(ONE_LINK))), number -> Duel.time(bare::insert));
            results.add(Figure.forInformation("", "event-thread.other-edit/" + where, result.ratio(),
                    result.detail("listener with " + statements + " statements", "bare insert with " + site.statements().during(bare::insert))));
            check();
        }

        private void manyLinks(String where, Results results) throws Exception {
            Duel.Result result = new Duel(6).between(number -> edit(MANY_LINKS), number -> Duel.time(() -> {
                for (int row = 0; row < MANY; row++) {
                    bare.insert();
                }
            }));
            results.add(Figure.atMost(MOST, "", "event-thread.100-links/" + where, result.ratio(),
                    result.detail("listener", "100 bare inserts") + "; " + Numbers.text(result.firstMicros() / MANY) + " µs a conversation"));
            check();
        }

        private long edit(long issue) throws Exception {
            return heard(transitions.of(site.jira().issue(issue)));
        }

        private long heard(IssueEventBundle bundle) throws Exception {
            return Duel.time(() -> listener.onIssueEvents(bundle));
        }

        /** A listener that failed would have been quick. */
        private void check() {
            if (listener.failures() > 0) {
                throw new IllegalStateException(listener.failures() + " events were lost");
            }
        }
    }

    /** Puts the row of the outbox there again under another key, by Active Objects alone. */
    private static final class BareInsert {
        private final Site site;
        private final OutboxEntity row;
        private int count;

        BareInsert(Site site) {
            this.site = site;
            this.row = Arrays.stream(site.ao().find(OutboxEntity.class, Query.select().limit(1))).findFirst().orElseThrow();
        }

        void insert() {
            count++;
            site.ao().create(OutboxEntity.class, new DBParam("LANE", "bare"), new DBParam("SENDER", row.getSender()),
                    new DBParam("ORDER_KEY", row.getOrderKey()), new DBParam("DEDUPE_KEY", "bare:" + count), new DBParam("TYPE", row.getType()),
                    new DBParam("PAYLOAD", row.getPayload()), new DBParam("STATUS", row.getStatus()), new DBParam("PENDING", row.getPending()), new DBParam("PLACE", row.getPlace()),
                    new DBParam("ATTEMPTS", row.getAttempts()), new DBParam("NEXT_AT", row.getNextAt()), new DBParam("CREATED_AT", row.getCreatedAt()));
        }
    }
}
