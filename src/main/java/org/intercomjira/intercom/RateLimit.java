package org.intercomjira.intercom;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What an answer says about the rate limit: {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset}.
 *
 * @param limit    calls in a window of ten seconds
 * @param resetsIn until the next window begins. A duration, because this machine's clock may be half a minute off: Intercom's own time
 *                 is taken from the answer
 */
public record RateLimit(int limit, int remaining, Duration resetsIn) {
    /** A window is ten seconds long; nothing that an answer says makes us wait longer than this. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(2);

    /** What these headers say; empty when they say nothing. */
    static Optional<RateLimit> read(HttpHeaders headers, Instant now) {
        Optional<Long> limit = number(headers, "X-RateLimit-Limit");
        Optional<Long> remaining = number(headers, "X-RateLimit-Remaining");
        if (limit.isEmpty() || remaining.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RateLimit(toInt(limit.get()), toInt(remaining.get()), resetIn(headers, now).orElse(Duration.ZERO)));
    }

    /** How long a 429 asks us to wait: {@code Retry-After}, else until the reset, else one whole window. At least a second. */
    static Duration waitAfter429(HttpHeaders headers, Instant now) {
        Duration wait = number(headers, "Retry-After").map(Duration::ofSeconds)
            .or(() -> resetIn(headers, now))
            .orElse(Duration.ofSeconds(10));
        return clamp(wait, Duration.ofSeconds(1));
    }

    private static Optional<Duration> resetIn(HttpHeaders headers, Instant now) {
        return number(headers, "X-RateLimit-Reset")
            .map(Instant::ofEpochSecond)
            .map(reset -> clamp(Duration.between(intercomTime(headers, now), reset), Duration.ZERO));
    }

    /** Our own clock, which is finer, while it agrees with Intercom's; else Intercom's, in whole seconds. */
    private static Instant intercomTime(HttpHeaders headers, Instant now) {
        Instant theirs = serverTime(headers).orElse(now);
        return Duration.between(theirs, now).abs().compareTo(CLOCKS_AGREE) <= 0 ? now : theirs;
    }

    private static Optional<Instant> serverTime(HttpHeaders headers) {
        try {
            return headers.firstValue("Date").map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration clamp(Duration duration, Duration shortest) {
        if (duration.compareTo(shortest) < 0) {
            return shortest;
        }
        return duration.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : duration;
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name).map(String::strip).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
    }

    private static int toInt(long value) {
        return (int) Math.min(Integer.MAX_VALUE, value);
    }
}
