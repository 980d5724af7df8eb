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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Carries requests over HTTP. It never repeats one, never follows a redirect, and ends its threads with the plugin. */
@Component
class IntercomTransport {
    static final Duration CONNECT_TIME_OUT = Duration.ofSeconds(10);
    static final Duration REQUEST_TIME_OUT = Duration.ofSeconds(30);
    private static final int THREADS = 4;
    private static final int MOST_BYTES = 20_000_000;

    private final Clock clock;
    private final ThreadPoolExecutor threads = threads();
    /** Not the JDK's own for futures: that would hold on to the plugin's class loader for as long as Jira runs. */
    private final ScheduledThreadPoolExecutor timer = timer();
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile HttpClient http;
    private volatile boolean proxyLoginMissing;

    IntercomTransport(Clock clock) {
        this.clock = clock;
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
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(request, info -> new LimitedText(MOST_BYTES));
        underWay.add(call);
        return call.handle((response, problem) -> {
            underWay.remove(call);
            return problem == null
                ? new Answer.Ok<>(new Reply(response.statusCode(), response.headers(), response.body()))
                : new Answer.Failed<>(FailureClassifier.of(problem));
        });
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
            .thenComposeAsync(nothing -> call.get(), threads)
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
    }

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("intercom-http-"));
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
