package org.intercomjira.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.notification.IssueEventListener;
import org.intercomjira.platform.Secret;

/** How much of Intercom's limit the drain uses when every answer takes 200 ms, and how much the usual pool of five threads that wait. */
final class Throughput implements Measurement {
    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int LIMIT = 1_666;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    /** So many in a row count, the best of the run: whatever else the machine does in a window says nothing of the drain. */
    private static final int WINDOWS = 4;
    private static final int MOST_WINDOWS = 14;
    private static final double GOOD = 0.95;
    private static final int CONVERSATIONS = 500;
    private static final long FIRST_ISSUE = 50_000;
    private static final int USUAL_THREADS = 5;
    private static final Duration USUAL_RUN = Duration.ofSeconds(15);
    private static final int HUNDRED = 100;
    private static final double NANOS_A_MILLISECOND = 1_000_000;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        try (SimulatorProcess intercom = new SimulatorProcess()) {
            intercom.standForIntercom();
            intercom.limit(LIMIT, WINDOW);
            intercom.delayAnswers(LATENCY);
            String token = intercom.token();
            List<String> conversations = intercom.conversations(CONVERSATIONS);
            try (Site site = new Site(databases.open(Kind.POSTGRESQL), databases.newFolder())) {
                site.connect(token);
                double usual = usualDesign(site.bean(IntercomClient.class), token, conversations);
                drain(site, intercom, conversations, usual, results);
            }
        }
    }

    /** Calls in ten seconds. */
    private static double usualDesign(IntercomClient client, String token, List<String> conversations) throws InterruptedException {
        Access access = new Access(Region.US, new Secret(token));
        AtomicInteger sent = new AtomicInteger();
        long end = System.nanoTime() + USUAL_RUN.toNanos();
        ExecutorService pool = Executors.newFixedThreadPool(USUAL_THREADS);
        for (int thread = 0; thread < USUAL_THREADS; thread++) {
            pool.execute(() -> {
                while (System.nanoTime() < end) {
                    String conversation = conversations.get(sent.incrementAndGet() % conversations.size());
                    if (client.note(access, new ConversationId(conversation), new TeammateId("5017691"), () -> "<p>moved</p>").join() instanceof Answer.Failed<?>) {
                        throw new IllegalStateException("A note was refused");
                    }
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        return sent.get() * (double) WINDOW.toMillis() / USUAL_RUN.toMillis();
    }

    private static void drain(Site site, SimulatorProcess intercom, List<String> conversations, double usual, Results results) throws Exception {
        fillOutbox(site, conversations);
        intercom.forgetCalls();
        long cpu = cpuNanos();
        site.engine().start();
        List<Long> windows = List.of();
        while (windows.size() < MOST_WINDOWS && best(windows) < GOOD * LIMIT) {
            Thread.sleep(WINDOW.toMillis());
            windows = wholeWindows(intercom.calls());
            if (intercom.calls().isEmpty()) {
                throw new IllegalStateException("No note has left in " + WINDOW);
            }
        }
        site.holdDeliveries();
        cpu = cpuNanos() - cpu;
        List<SimulatorProcess.Call> calls = intercom.calls();
        site.engine().stop();
        results.add(Figure.atLeast(HUNDRED * GOOD, "%", "drain.use-of-limit/postgresql", HUNDRED * best(windows) / LIMIT,
                "calls answered 200 in the best " + WINDOWS + " windows of 10 s in a row; all whole windows: " + windows));
        results.add(Figure.forInformation("%", "drain.use-of-limit-in-all-windows/postgresql",
                HUNDRED * Numbers.median(windows.stream().mapToDouble(each -> each).toArray()) / LIMIT, "median of all " + windows.size() + " whole windows"));
        results.add(Figure.atMost(0, "", "drain.answers-429", calls.stream().filter(call -> call.status() == 429).count(),
                "answers 429 to all " + calls.size() + " calls of the run"));
        results.add(Figure.forInformation("ms", "drain.processor-time-a-note", cpu / NANOS_A_MILLISECOND / calls.size(),
                "of this process, without the database's and Intercom's"));
        results.add(Figure.forInformation("x", "drain.against-usual-design", best(windows) / usual,
                "five threads that wait for each answer: " + Numbers.text(usual) + " calls in 10 s"));
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Calls that were answered well, by the window in which they arrived; without the first and the last, which are not whole. */
    private static List<Long> wholeWindows(List<SimulatorProcess.Call> calls) {
        Map<Long, Long> windows = calls.stream().filter(call -> call.status() == 200)
                .collect(Collectors.groupingBy(call -> call.at() / WINDOW.toMillis(), TreeMap::new, Collectors.counting()));
        return windows.size() < 2 ? List.of() : List.copyOf(windows.values()).subList(1, windows.size() - 1);
    }

    /** The mean of the best windows in a row; 0 while there are too few. */
    private static double best(List<Long> windows) {
        return IntStream.rangeClosed(0, windows.size() - WINDOWS)
                .mapToDouble(first -> windows.subList(first, first + WINDOWS).stream().mapToLong(calls -> calls).average().orElseThrow()).max().orElse(0);
    }

    /** One note for each conversation by the plugin itself, and copies of them, enough for the whole run. */
    private static void fillOutbox(Site site, List<String> conversations) throws Exception {
        Transitions transitions = new Transitions(site);
        IssueEventListener listener = site.bean(IssueEventListener.class);
        for (int issue = 0; issue < conversations.size(); issue++) {
            site.link(FIRST_ISSUE + issue, conversations.get(issue));
            listener.onIssueEvents(transitions.of(site.jira().issue(FIRST_ISSUE + issue)));
        }
        int copies = LIMIT * (MOST_WINDOWS + 2) / conversations.size();
        site.rows().multiply("OUTBOX", copies, Map.of("DEDUPE_KEY", "'copy:' || n || ':' || t.\"ORDER_KEY\"", "CREATED_AT", "t.\"CREATED_AT\" - 100000 + n",
                "NEXT_AT", "t.\"CREATED_AT\" - 100000 + n"));
    }
}
