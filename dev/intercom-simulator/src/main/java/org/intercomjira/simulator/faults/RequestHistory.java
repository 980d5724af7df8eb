package org.intercomjira.simulator.faults;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.intercomjira.simulator.api.Api;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Outcome;
import org.intercomjira.simulator.oauth.Digest;
import org.intercomjira.simulator.oauth.Grant;

/** What was asked of the API and what came of it, the most recent calls only. Tokens, codes and client secrets are never kept in clear text. */
public final class RequestHistory {

    private static final int MOST_ENTRIES = 50_000;

    private final Deque<Entry> entries = new ConcurrentLinkedDeque<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong sequence = new AtomicLong();

    /**
     * One call.
     *
     * @param at epoch milliseconds of its arrival
     * @param status empty when it was never answered
     */
    public record Entry(long sequence, long at, String method, String path, String query, String body, Optional<Integer> status,
                        Optional<Grant> caller, Optional<String> tokenDigest, Optional<FaultKind> fault) {}

    void add(Call call, Optional<Grant> caller, Outcome outcome, Optional<FaultKind> fault) {
        Optional<Integer> status = outcome instanceof Outcome.Answered answered ? Optional.of(answered.reply().status()) : Optional.empty();
        entries.add(new Entry(sequence.incrementAndGet(), call.at().toEpochMilli(), call.method(), call.path(), call.query(), bodyWithoutSecrets(call),
                status, caller, Api.bearerToken(call).map(Digest::of), fault));
        if (size.incrementAndGet() > MOST_ENTRIES && entries.poll() != null) {
            size.decrementAndGet();
        }
    }

    private static String bodyWithoutSecrets(Call call) {
        return call.path().endsWith("/auth/eagle/token") ? "(not kept: it holds a code and a secret)" : call.body();
    }

    /** Oldest first. */
    public List<Entry> matching(Predicate<Entry> filter) {
        return entries.stream().filter(filter).toList();
    }

    public long lastSequence() {
        return sequence.get();
    }

    public void clear() {
        entries.clear();
        size.set(0);
    }
}
