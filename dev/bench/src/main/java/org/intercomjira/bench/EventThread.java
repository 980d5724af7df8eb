package org.intercomjira.bench;

import com.atlassian.jira.event.issue.IssueEventBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int SOME = 30;
    private static final long SOME_LINKS = 10_003;
    private static final int COVERED_WARM_UPS = 15_000;
    private static final int BULK = 10_000;
    private static final long FIRST_OF_BULK = 100_000;
    private static final int BULK_PAIRS = 5;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        for (Kind kind : Kind.values()) {
            try (Site site = new Site(databases.open(kind), databases.newFolder())) {
                new Scene(site.connect("no-token").holdDeliveries()).measure(kind, results);
            }
        }
    }

    private static final class Scene {
        private static final String WAITING = "WAITING";
        /** A covered fact is done from the start. */
        private static final String COVERED = "DONE";

        private final Site site;
        private final IssueEventListener listener;
        private final Transitions transitions;
        private final BareInsert bare;
        private BareInsert coveredRow;

        Scene(Site site) {
            this.site = site;
            listener = site.bean(IssueEventListener.class);
            transitions = new Transitions(site);
            site.link(ONE_LINK, "215475827415413");
            link(MANY_LINKS, MANY, 215_475_827_500_000L);
            link(SOME_LINKS, SOME, 215_475_827_600_000L);
            listener.onIssueEvents(transitions.of(site.jira().issue(ONE_LINK)));
            bare = new BareInsert(site, WAITING);
        }

        private void link(long issue, int links, long firstConversation) {
            for (int link = 0; link < links; link++) {
                site.link(issue, String.valueOf(firstConversation + link));
            }
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
                manyLinks(MANY_LINKS, MANY, where, results);
                manyLinks(SOME_LINKS, SOME, where, results);
                covered(where, results);
                silentBulk(where, results);
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

        private void manyLinks(long issue, int links, String where, Results results) throws Exception {
            Duel.Result result = new Duel(links == MANY ? 6 : 15).between(number -> edit(issue), number -> Duel.time(() -> bare.insert(links)));
            results.add(Figure.atMost(MOST, "", "event-thread." + links + "-links/" + where, result.ratio(),
                    result.detail("listener", links + " bare inserts") + "; " + Numbers.text(result.firstMicros() / links) + " µs a conversation"));
            check();
        }

        /** The triggers of transition and assignment are off: the fact is covered by one row, however many conversations there are. */
        private void covered(String where, Results results) throws Exception {
            site.turnOff(true, true);
            long before = rows("trigger_off");
            edit(ONE_LINK);
            coveredRow = new BareInsert(site, COVERED);
            for (int edit = 0; edit < COVERED_WARM_UPS; edit++) {
                edit(ONE_LINK);
                coveredRow.insert();
            }
            int edits = 1 + COVERED_WARM_UPS + covered(ONE_LINK, "event-thread.covered/" + where, true, results)
                    + covered(SOME_LINKS, "event-thread.covered-30-links/" + where, true, results);
            site.turnOff(true, false);
            edit(ONE_LINK);
            edits += 1 + covered(ONE_LINK, "event-thread.covered-with-assignment-on/" + where, false, results);
            site.turnOff(false, false);
            expect(edits, rows("trigger_off") - before);
        }

        /** How many edits it took. */
        private int covered(long issue, String name, boolean isTarget, Results results) throws Exception {
            int statements = site.statements().during(() -> edit(issue));
            int[] edits = {1};
            Duel.Result result = new Duel(200).between(number -> {
                edits[0]++;
                return edit(issue);
            }, number -> Duel.time(coveredRow::insert));
            String detail = result.detail("listener with " + statements + " statements", "bare insert with " + site.statements().during(coveredRow::insert));
            results.add(isTarget ? Figure.atMost(MOST, "", name, result.ratio(), detail) : Figure.forInformation("", name, result.ratio(), detail));
            check();
            return edits[0];
        }

        /** Each issue is moved once, and no cache knows its links: so it is in an operation over this many issues. As many others warm up. */
        private void silentBulk(String where, Results results) throws Exception {
            for (int issue = 0; issue < 2 * BULK; issue++) {
                site.link(FIRST_OF_BULK + issue, String.valueOf(215_475_828_000_000L + issue));
            }
            site.rows().refreshStatistics("LINK");
            for (int issue = BULK; issue < 2 * BULK; issue++) {
                listener.onIssueEvents(transitions.silently(site.jira().issue(FIRST_OF_BULK + issue)));
            }
            long before = rows("silent_bulk");
            int[] moved = {0};
            int[] statements = {0};
            int batch = BULK / BULK_PAIRS / Duel.ROUNDS_IN_ALL;
            Duel.Result result = new Duel(BULK_PAIRS).between(number -> Duel.time(() -> statements[0] += site.statements().during(() -> {
                for (int issue = 0; issue < batch; issue++) {
                    listener.onIssueEvents(transitions.silently(site.jira().issue(FIRST_OF_BULK + moved[0]++)));
                }
            })), number -> Duel.time(() -> coveredRow.insert(batch)));
            results.add(Figure.atMost(MOST, "", "event-thread.silent-bulk-10000/" + where, result.ratio(), result.detail(batch + " issues of the bulk",
                    batch + " bare inserts") + "; " + statements[0] + " statements for " + moved[0] + " issues, none of which is in the cache of links"));
            check();
            expect(BULK, moved[0]);
            expect(BULK, rows("silent_bulk") - before);
        }

        private long rows(String reason) {
            return site.rows().number("OUTBOX", "select count(*) from TABLE where \"LAST_ERROR_CODE\" = 'covered' and \"LAST_ERROR\" = '" + reason
                    + "' and \"DEDUPE_KEY\" not like 'bare:%'");
        }

        private static void expect(long wanted, long found) {
            if (wanted != found) {
                throw new IllegalStateException(found + " covered facts instead of " + wanted);
            }
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

    /**
     * Puts a row of the outbox there again by Active Objects alone: under another key and with the time of now, because rows that are
     * equal in an index cost PostgreSQL less than any real row.
     */
    private static final class BareInsert {
        private final Site site;
        private final OutboxEntity row;
        private int count;

        /** @param status of the row */
        BareInsert(Site site, String status) {
            this.site = site;
            this.row = Arrays.stream(site.ao().find(OutboxEntity.class, Query.select().where("STATUS = ?", status).limit(1))).findFirst().orElseThrow();
        }

        void insert() {
            insert(1);
        }

        void insert(int rows) {
            for (int each = 0; each < rows; each++) {
                site.ao().create(OutboxEntity.class, columns());
            }
        }

        private DBParam[] columns() {
            count++;
            long now = System.currentTimeMillis();
            String key = "bare:" + row.getId() + ":" + count;
            boolean isOrderedByKey = row.getOrderKey().equals(row.getDedupeKey());
            List<DBParam> columns = new ArrayList<>(List.of(new DBParam("LANE", "bare"), new DBParam("SENDER", row.getSender()),
                    new DBParam("ORDER_KEY", isOrderedByKey ? key : row.getOrderKey()), new DBParam("DEDUPE_KEY", key), new DBParam("TYPE", row.getType()),
                    new DBParam("PAYLOAD", row.getPayload()), new DBParam("STATUS", row.getStatus()), new DBParam("PENDING", row.getPending()), new DBParam("PLACE", row.getPlace()),
                    new DBParam("ATTEMPTS", row.getAttempts()), new DBParam("NEXT_AT", now + row.getNextAt() - row.getCreatedAt()), new DBParam("CREATED_AT", now)));
            if (row.getLastErrorCode() != null) {
                columns.add(new DBParam("LAST_ERROR_CODE", row.getLastErrorCode()));
                columns.add(new DBParam("LAST_ERROR", row.getLastError()));
            }
            return columns.toArray(DBParam[]::new);
        }
    }
}
