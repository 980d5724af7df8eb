package org.intercomjira.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Puts down, before or while it happens, what is silent on purpose and leaves no mark of its own: the changes of a bulk operation without
 * mail that a dying node makes and does not judge, and what the app itself does for an Intercom teammate.
 */
@Component
public class Silences {
    /** A silence reaches so far beyond the last word of it: well beyond the time for which a dead node may be unnoticed. */
    static final Duration LASTS = Duration.ofMinutes(2);

    private final SilenceStore store;
    private final Clock clock;
    private final Map<String, Open> bulks = new ConcurrentHashMap<>();
    private final Map<String, Silence> unrecorded = new ConcurrentHashMap<>();

    public Silences(SilenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Open(long id, Instant to) {
    }

    /**
     * A change of a bulk operation without mail has just been made. The first one of a user costs an insert, and one more write is due each
     * minute of a long operation. Should the database refuse it, it is remembered until {@link #record} has stored it.
     *
     * @param userKey null for nobody
     */
    public void bulkGoesOn(String userKey) {
        Instant now = clock.instant();
        String user = userKey == null ? Silence.NOBODY : userKey;
        try {
            putDown(user, now);
        } catch (RuntimeException databaseIsAway) {
            unrecorded.merge(user, new Silence(user, null, now, now.plus(LASTS)), (first, next) -> new Silence(user, null, first.from(), next.to()));
        }
    }

    private void putDown(String user, Instant now) {
        bulks.values().removeIf(each -> each.to().isBefore(now));
        bulks.compute(user, (key, open) -> {
            if (open == null) {
                Silence silence = new Silence(user, null, now, now.plus(LASTS));
                return new Open(store.add(silence), silence.to());
            }
            if (open.to().minus(LASTS.dividedBy(2)).isAfter(now)) {
                return open;
            }
            store.extend(open.id(), now.plus(LASTS));
            return new Open(open.id(), now.plus(LASTS));
        });
    }

    /** Stores what could not be stored. Fails as the database does: no window may be opened before. */
    void record() {
        unrecorded.forEach((user, silence) -> {
            store.add(silence);
            unrecorded.remove(user, silence);
        });
    }

    /** The app is about to do something in Jira of which this conversation must not get a note. */
    public void ownActionBegins(String orderKey) {
        Instant now = clock.instant();
        store.add(new Silence(null, orderKey, now, now.plus(LASTS)));
    }

    /** Everything that was silent at this time or later. */
    public List<Silence> since(Instant time) {
        return store.reaching(time.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE));
    }

    public void sweep() {
        store.sweep(clock.instant().minus(RecoveryTimes.WINDOW_EXPIRY).minus(RecoveryTimes.MAX_WINDOW.multipliedBy(2)));
    }
}
