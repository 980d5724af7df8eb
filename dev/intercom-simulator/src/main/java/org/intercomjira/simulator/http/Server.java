package org.intercomjira.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The HTTP server on the loopback interface. A delayed answer holds no thread: it waits in a timer. */
public final class Server implements AutoCloseable {

    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, Server::daemon);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, Server::daemon);
    private final Function<Call, Outcome> site;

    private Server(HttpServer server, Function<Call, Outcome> site) {
        this.server = server;
        this.site = site;
    }

    /** Serves on the port, 0 for any free one. */
    public static Server start(int port, Function<Call, Outcome> site) {
        tuneTheJdkServer();
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            Server server = new Server(HttpServer.create(address, 1024), site);
            server.server.setExecutor(server.workers);
            server.server.createContext("/", server::handle);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("The port " + port + " cannot be used", e);
        }
    }

    /** Without these two, Nagle's algorithm adds 40 ms to answers, and more than 200 kept connections are closed; the JDK reads them once, before its first server. */
    private static void tuneTheJdkServer() {
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxIdleConnections", "5000");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        Outcome outcome = answer(Exchanges.read(exchange));
        if (outcome instanceof Outcome.Stalled stalled) {
            Exchanges.writeHalf(exchange, stalled.reply());
        }
        if (outcome.after().isZero()) {
            finish(exchange, outcome);
        } else {
            timer.schedule(() -> workers.execute(() -> finish(exchange, outcome)), outcome.after().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A mistake in the simulator must be seen as one, not as a connection that was cut on demand. */
    private Outcome answer(Call call) {
        try {
            return site.apply(call);
        } catch (RuntimeException mistake) {
            mistake.printStackTrace();
            return Outcome.now(Reply.of(500, "text/plain; charset=utf-8", ("The simulator failed: " + mistake).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void finish(HttpExchange exchange, Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            Exchanges.write(exchange, answered.reply());
        } else {
            // After half an answer this ends it early; before the head of an answer was written closes the connection itself.
            exchange.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "intercom-simulator");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
