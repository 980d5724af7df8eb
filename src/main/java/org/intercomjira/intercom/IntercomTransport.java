package org.intercomjira.intercom;

import jakarta.annotation.PreDestroy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Carries requests over HTTP. It never repeats one, never follows a redirect, and ends its threads with the plugin. */
@Component
class IntercomTransport {
    static final Duration CONNECT_TIME_OUT = Duration.ofSeconds(10);
    /**
     * For the whole call, its body included. {@link HttpRequest#timeout} ends with the answer's headers, see
     * <a href="https://bugs.openjdk.org/browse/JDK-8208693">JDK-8208693</a>.
     */
    static final Duration REQUEST_TIME_OUT = Duration.ofSeconds(30);
    private static final int THREADS = 4;
    private static final int MOST_BYTES = 20_000_000;

    private final Clock clock;
    private final Duration deadline;
    /** The HTTP client's own, on which nothing of ours may wait. */
    private final ThreadPoolExecutor threads = threads("intercom-http-");
    /** Reads the answers and goes on with them: the JDK would do so on its common pool, which belongs to all of Jira. */
    private final ThreadPoolExecutor answers = threads("intercom-answer-");
    /** Not the JDK's own for futures: that would hold on to the plugin's class loader for as long as Jira runs. */
    private final ScheduledThreadPoolExecutor timer = timer();
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile HttpClient http;
    private volatile boolean proxyLoginMissing;

    @Autowired
    IntercomTransport(Clock clock) {
        this(clock, REQUEST_TIME_OUT);
    }

    /** @param deadline for a call, from its beginning to the end of its answer */
    IntercomTransport(Clock clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
        http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME_OUT)
            .proxy(ProxySelector.getDefault())
            .executor(threads)
            .build();
    }

    /** The reply whatever its status, or the failure that there is none. */
    CompletableFuture<Answer<Reply>> send(HttpRequest request) {
        HttpClient client = http;
        if (client == null) {
            return CompletableFuture.completedFuture(stopped());
        }
        CompletableFuture<HttpResponse<String>> call;
        try {
            call = client.sendAsync(request, info -> new LimitedText(MOST_BYTES));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(new Answer.Failed<>(FailureClassifier.of(e)));
        }
        underWay.add(call);
        AtomicBoolean struck = new AtomicBoolean();
        Future<?> end = endAtDeadline(call, struck);
        return call.whenComplete((response, problem) -> {
            underWay.remove(call);
            end.cancel(false);
        }).handleAsync((response, problem) -> answer(response, problem, struck.get()), answers)
            // The threads have ended with the plugin, and nobody can read the answer any more.
            .exceptionally(rejected -> new Answer.Failed<>(new Failure.Unknown("stopped")));
    }

    private Future<?> endAtDeadline(CompletableFuture<?> call, AtomicBoolean struck) {
        try {
            return timer.schedule(() -> {
                struck.set(true);
                // Ends the exchange, too: https://docs.oracle.com/en/java/javase/17/docs/api/java.net.http/java/net/http/HttpClient.html says so of sendAsync.
                call.cancel(true);
            }, deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            call.cancel(true);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static Answer<Reply> answer(HttpResponse<String> response, Throwable problem, boolean struck) {
        if (problem == null) {
            return new Answer.Ok<>(new Reply(response.statusCode(), response.headers(), response.body()));
        }
        return new Answer.Failed<>(struck ? new Failure.Unknown("timeout") : FailureClassifier.of(problem));
    }

    /** A call that begins later, without a thread that waits for it. */
    <T> CompletableFuture<Answer<T>> after(Duration wait, Supplier<CompletableFuture<Answer<T>>> call) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        underWay.add(over);
        try {
            timer.schedule(() -> over.complete(null), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            over.completeExceptionally(stopped);
        }
        return over.whenComplete((nothing, problem) -> underWay.remove(over))
            .thenComposeAsync(nothing -> call.get(), answers)
            .exceptionally(rejected -> stopped());
    }

    private static <T> Answer<T> stopped() {
        return new Answer.Failed<>(new Failure.Unreachable("stopped"));
    }

    /** Whether the latest reply on this node was a proxy's that asks for a user name and password. */
    boolean isProxyLoginMissing() {
        return proxyLoginMissing;
    }

    /** The value of a successful reply, or what any other reply means. */
    Answer<String> bodyOf(Reply reply) {
        proxyLoginMissing = reply.status() == 407;
        return reply.isSuccess() ? new Answer.Ok<>(reply.body()) : new Answer.Failed<>(FailureClassifier.of(reply, clock.instant()));
    }

    /**
     * Java 17's client has no close: its selector thread ends when nobody holds the client any more, so we let go of it.
     * Later versions can be closed, which ends the thread at once.
     */
    @PreDestroy
    void close() throws Exception {
        HttpClient client = http;
        http = null;
        timer.shutdownNow();
        underWay.forEach(call -> call.cancel(true));
        if (client instanceof AutoCloseable closeable) {
            closeable.close();
        }
        threads.shutdown();
        answers.shutdown();
    }

    private static ThreadPoolExecutor threads(String prefix) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(prefix));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("intercom-wait-"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
