package org.intercomjira.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures everything, or what the arguments name, and writes the report when it was everything. */
public final class Bench {
    private static final Map<String, Supplier<Measurement>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("unconnected", UnconnectedIssue::new);
        ALL.put("event-thread", EventThread::new);
        ALL.put("recovery", RecoverySearch::new);
        ALL.put("drain", Throughput::new);
        ALL.put("memory", WaitingMemory::new);
        ALL.put("queue", DueRows::new);
        ALL.put("links", LinkList::new);
        ALL.put("jql", JqlFunctions::new);
    }

    private Bench() {
    }

    /** Arguments: names of measurements, none for all. The exit code is 0 when every target is met. */
    public static void main(String[] names) throws Exception {
        List<String> chosen = names.length == 0 ? List.copyOf(ALL.keySet()) : List.of(names);
        if (!ALL.keySet().containsAll(chosen)) {
            System.err.println("There are " + ALL.keySet());
            System.exit(2);
        }
        Results results = new Results();
        try (Databases databases = new Databases()) {
            for (String name : chosen) {
                long start = System.nanoTime();
                ALL.get(name).get().measure(databases, results);
                System.err.println("    " + name + " took " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
            }
        }
        if (names.length == 0) {
            Report.write(results.all(), Path.of(System.getProperty("bench.report")));
        }
        System.exit(results.allMet() ? 0 : 1);
    }
}
