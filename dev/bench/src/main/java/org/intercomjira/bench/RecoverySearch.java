package org.intercomjira.bench;

import com.atlassian.beehive.ClusterLockService;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import net.java.ao.DBParam;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.notification.IssueEventListener;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.RecoveryWindowEntity;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;

/** What it costs to search a window of one minute for lost facts when there are a million links, and what edits notice of it. */
final class RecoverySearch implements Measurement {
    private static final int LINKS = 1_000_000;
    private static final int LINKS_OF_AN_ISSUE = 2;
    private static final int ISSUES = LINKS / LINKS_OF_AN_ISSUE;
    private static final long FIRST_ISSUE = 100_000;
    private static final long FIRST_CONVERSATION = 215_475_827_000_000L;
    /** Not among the issues that are searched for something. */
    private static final long EDITED_ISSUE = 10_001;
    private static final int TOUCHED = 8;
    private static final int LOST = TOUCHED / 2;
    private static final double MAX_MEGABYTES = 20;
    private static final double MAX_RATIO = 1.2;
    private static final int WARM_UPS = 5_000;
    private static final int ROUNDS = 7;
    private static final int EDITS = 300;
    /** Milliseconds, exclusive. */
    private static final int MAX_PAUSE = 16;
    /** Milliseconds. */
    private static final long POLL = 20;
    private static final Duration SEARCH_TIMEOUT = Duration.ofMinutes(30);

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        // H2 runs in this process: its caches would be taken for the search's memory, its work for the search's.
        try (Site site = new Site(databases.open(Kind.POSTGRESQL), databases.newFolder())) {
            Scene scene = new Scene(site);
            scene.search(results);
            scene.editWhileSearching(results);
        }
    }

    private static final class Scene {
        private final Site site;
        private final IssueEventListener listener;
        private final Transitions transitions;
        private final StartsWithJira search;
        private final Lock lock;
        private final SplittableRandom random = new SplittableRandom(7);

        Scene(Site site) {
            this.site = site;
            site.connect("no-token").holdDeliveries();
            ProjectId project = new ProjectId(JiraStubs.CONNECTED);
            site.bean(SettingsChangeTimes.class).connected(project, site.bean(ProjectSettingsService.class).now(project));
            listener = site.bean(IssueEventListener.class);
            transitions = new Transitions(site);
            search = site.starting("missedEventSearch");
            lock = site.bean(ClusterLockService.class).getLockForName("org.intercomjira.recovery.search");
            link();
        }

        private void link() {
            long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
            site.link(FIRST_ISSUE, "215475827415413");
            site.rows().multiply("LINK", LINKS, Map.of("ISSUE_ID", FIRST_ISSUE + " + mod(n, " + ISSUES + ")", "LINK_KEY", "'link:' || n",
                    "CONVERSATION_ID", "'' || (" + FIRST_CONVERSATION + " + n)", "LINKED_AT", String.valueOf(yesterday)));
            site.link(EDITED_ISSUE, "215475827415413");
            site.jira().tables().addIssues(FIRST_ISSUE, ISSUES, Instant.now().minus(Duration.ofDays(1)));
        }

        /** A handful of issues all over the table were moved just now; the node died before it judged one of them. */
        private Instant touch() {
            Instant now = Instant.now();
            for (int touched = 0; touched < TOUCHED; touched++) {
                long issue = FIRST_ISSUE + (long) touched * (ISSUES / TOUCHED);
                site.jira().tables().touch(issue, now);
                var event = transitions.of(site.jira().issue(issue));
                if (touched != LOST) {
                    listener.onIssueEvents(event);
                }
            }
            return now;
        }

        void search(Results results) throws Exception {
            Instant at = touch();
            long before = messages();
            search.start();
            double idle = Heap.highest(2);
            await(() -> Instant.now().isAfter(at.plus(RecoveryTimes.SETTLE_TIME).plusSeconds(1)), Duration.ofMinutes(1));
            long window = open(at);
            await(() -> searchedTo(window) > 0, SEARCH_TIMEOUT);
            long start = System.nanoTime();
            long sampled = start;
            double full = 0;
            int samples = 0;
            while (!isEnded(window)) {
                if (System.nanoTime() - sampled > Duration.ofMillis(Heap.BETWEEN_SAMPLES).toNanos()) {
                    full = Math.max(full, Heap.afterCollection());
                    samples++;
                    sampled = System.nanoTime();
                }
                giveUpAfter(start, SEARCH_TIMEOUT);
                Thread.sleep(POLL);
            }
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
            search.stop();
            long found = messages() - before;
            long owed = site.rows().number("OUTBOX", "select count(*) from TABLE where \"PENDING\" = true and \"ORDER_KEY\" in (" + lostConversations() + ")");
            if (found != LINKS_OF_AN_ISSUE || owed != LINKS_OF_AN_ISSUE || listener.failures() > 0) {
                throw new IllegalStateException("The search has found " + found + " messages, " + owed + " of them for the conversations that have lost one");
            }
            results.add(Figure.forInformation("s", "recovery.search-1000000-links/postgresql", seconds, found + " messages found, which are those that were lost; "
                    + ISSUES + " issues, " + TOUCHED + " of them changed in the window"));
            results.add(Figure.atMost(MAX_MEGABYTES, "MB", "recovery.heap/postgresql", full - idle, "highest of " + samples
                    + " samples of the heap after a full collection while the search ran, " + Numbers.text(idle) + " MB when idle"));
        }

        /** One of the copies that {@link BulkRows} numbers from 1 lies at each issue's place, the other half a table further. */
        private static String lostConversations() {
            long place = (long) LOST * (ISSUES / TOUCHED);
            return "'" + Site.WORKSPACE + ":" + (FIRST_CONVERSATION + place) + "', '" + Site.WORKSPACE + ":" + (FIRST_CONVERSATION + place + ISSUES) + "'";
        }

        private long messages() {
            return site.rows().number("OUTBOX", "select count(*) from TABLE where \"PENDING\" = true");
        }

        private long open(Instant at) {
            Instant now = Instant.now();
            return site.ao().create(RecoveryWindowEntity.class, new DBParam("SCOPE", "ALL"), new DBParam("SCOPE_ID", 0L), new DBParam("CAUSE", "node_ended"),
                    new DBParam("FROM_AT", at.minusSeconds(30).toEpochMilli()), new DBParam("TO_AT", at.plusSeconds(30).toEpochMilli()),
                    new DBParam("OPENED_AT", now.toEpochMilli()), new DBParam("DUE_AT", now.toEpochMilli()), new DBParam("SEARCHED_TO", 0L),
                    new DBParam("FAILURES", 0), new DBParam("ENDED", false)).getId();
        }

        private long searchedTo(long window) {
            return site.rows().number("RECOVERY_WINDOW", "select \"SEARCHED_TO\" from TABLE where \"ID\" = " + window);
        }

        private boolean isEnded(long window) {
            return site.rows().number("RECOVERY_WINDOW", "select count(*) from TABLE where \"ENDED\" = true and \"ID\" = " + window) == 1;
        }

        /**
         * In turn with and without the search, which stands still while another node seems to be at it. People do not edit one after the
         * other without a pause: edits come at any time of a page and of the rest after it. So means count and not quartiles, which
         * would only show the rests; without the slowest twentieth on both sides, which is the machine's.
         */
        void editWhileSearching(Results results) throws Exception {
            for (int edit = 0; edit < WARM_UPS; edit++) {
                edit();
            }
            search.start();
            long window = open(Instant.now());
            double[] ratios = new double[ROUNDS];
            double[] quiet = new double[ROUNDS];
            double[] busy = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                lock.lock();
                try {
                    quiet[round] = edits();
                } finally {
                    lock.unlock();
                }
                long begin = searchedTo(window);
                await(() -> searchedTo(window) > begin, Duration.ofMinutes(1));
                long from = searchedTo(window);
                busy[round] = edits();
                if (searchedTo(window) == from || isEnded(window)) {
                    throw new IllegalStateException("The search did not run");
                }
                ratios[round] = busy[round] / quiet[round];
            }
            search.stop();
            if (listener.failures() > 0) {
                throw new IllegalStateException(listener.failures() + " events were lost");
            }
            results.add(Figure.atMost(MAX_RATIO, "", "recovery.edit-while-searching/postgresql", Numbers.median(ratios), "listener "
                    + Numbers.text(Numbers.median(busy)) + " µs while the search runs, " + Numbers.text(Numbers.median(quiet)) + " µs while it does not; ratios of the rounds "
                    + Numbers.text(Arrays.stream(ratios).min().orElseThrow()) + " to " + Numbers.text(Arrays.stream(ratios).max().orElseThrow())));
        }

        /** Microseconds of an edit. */
        private double edits() throws Exception {
            double[] micros = new double[EDITS];
            for (int edit = 0; edit < EDITS; edit++) {
                Thread.sleep(random.nextInt(MAX_PAUSE));
                micros[edit] = edit() / 1_000.0;
            }
            Arrays.sort(micros);
            return IntStream.range(0, EDITS - EDITS / 20).mapToDouble(edit -> micros[edit]).average().orElseThrow();
        }

        private long edit() throws Exception {
            var event = transitions.of(site.jira().issue(EDITED_ISSUE));
            return Duel.time(() -> listener.onIssueEvents(event));
        }

        private static void await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
            long start = System.nanoTime();
            while (!condition.getAsBoolean()) {
                giveUpAfter(start, timeout);
                Thread.sleep(POLL);
            }
        }

        private static void giveUpAfter(long start, Duration timeout) {
            if (System.nanoTime() - start > timeout.toNanos()) {
                throw new IllegalStateException(String.format(Locale.ROOT, "Not done within %s", timeout));
            }
        }
    }
}
