package org.intercomjira.bench;

import com.atlassian.jira.event.issue.IssueEventBundle;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.notification.IssueEventListener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What an edit costs in a project that has nothing to do with Intercom. Measured by JMH in a JVM of its own. */
@State(Scope.Benchmark)
public class UnconnectedIssue implements Measurement {
    private static final double MOST_MICROS = 20;

    private Databases databases;
    private Site site;
    private IssueEventListener listener;
    private Transitions transitions;
    private IssueEventBundle edit;

    @Setup(Level.Trial)
    public void open() throws Exception {
        databases = new Databases();
        site = new Site(databases.open(Kind.H2), databases.newFolder());
        listener = site.bean(IssueEventListener.class);
        transitions = new Transitions(site);
        edit = transitions.of(site.jira().unconnectedIssue(1));
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        site.close();
        databases.close();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void edit() {
        listener.onIssueEvents(edit);
    }

    @Override
    public void measure(Databases unused, Results results) throws Exception {
        var run = new Runner(new OptionsBuilder().include(UnconnectedIssue.class.getName()).forks(1).warmupIterations(3).measurementIterations(5)
                .warmupTime(TimeValue.seconds(1)).measurementTime(TimeValue.seconds(1)).verbosity(VerboseMode.SILENT).shouldFailOnError(true).build())
                .runSingle().getPrimaryResult();
        results.add(Figure.atMost(MOST_MICROS, "µs", "event-thread.unconnected-project", run.getScore(),
                "JMH: mean of 5 iterations, ± " + Numbers.text(run.getScoreError()) + " µs"));
        results.add(Figure.atMost(0, "", "event-thread.unconnected-project.queries", queries(), "statements of 1,000 edits of 1,000 issues, after the first edit"));
    }

    private int queries() throws Exception {
        open();
        try {
            listener.onIssueEvents(transitions.of(site.jira().unconnectedIssue(0)));
            return site.statements().during(() -> {
                for (int issue = 1; issue <= 1_000; issue++) {
                    listener.onIssueEvents(transitions.of(site.jira().unconnectedIssue(issue)));
                }
            });
        } finally {
            close();
        }
    }
}
