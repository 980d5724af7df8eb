package org.intercomjira.simulator.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls per workspace in windows of ten seconds, as Intercom spreads its limit of 10,000 calls a minute. */
public final class RateLimit {

    private static final int CALLS_PER_WINDOW = 1_666;
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Settings settings = new Settings(CALLS_PER_WINDOW, WINDOW);

    public RateLimit(Clock clock) {
        this.clock = clock;
    }

    private record Settings(int limit, Duration window) {}

    private record Window(long number, int used) {}

    /** What the three headers say. */
    public record Allowance(int limit, int remaining, long resetAt, boolean exceeded) {

        Map<String, String> headers() {
            return Map.of("X-RateLimit-Limit", String.valueOf(limit), "X-RateLimit-Remaining", String.valueOf(remaining),
                    "X-RateLimit-Reset", String.valueOf(resetAt));
        }

        /** As if the window were used up, whatever was counted. */
        public Allowance usedUp() {
            return new Allowance(limit, 0, resetAt, true);
        }

        ApiError refusal() {
            return new ApiError(429, "rate_limit_exceeded", "Exceeded rate limit of " + limit + " calls in this window");
        }
    }

    public void set(int limit, Duration window) {
        settings = new Settings(limit, window);
        windows.clear();
    }

    public void reset() {
        set(CALLS_PER_WINDOW, WINDOW);
    }

    Allowance take(String workspaceId) {
        return count(workspaceId, 1);
    }

    Allowance look(String workspaceId) {
        return count(workspaceId, 0);
    }

    private Allowance count(String workspaceId, int calls) {
        Settings current = settings;
        long number = clock.millis() / current.window.toMillis();
        Window window = windows.compute(workspaceId, (id, old) ->
                new Window(number, (old == null || old.number != number ? 0 : old.used) + calls));
        long resetAt = ((number + 1) * current.window.toMillis() + 999) / 1000;
        return new Allowance(current.limit, Math.max(0, current.limit - window.used), resetAt, window.used > current.limit);
    }
}
