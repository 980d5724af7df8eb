package org.intercomjira.simulator.world;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** The conversations of a workspace. A conversation is read and changed under its own lock only, so many can be in use at once. */
public final class Conversations {

    private static final Comparator<Conversation> NEWEST_FIRST =
            Comparator.comparingLong(Conversation::updatedAt).thenComparing(Conversation::id).reversed();

    private final Map<String, Conversation> byId = new ConcurrentHashMap<>();
    private final Map<String, Long> deletedAt = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final Ids ids;
    private final Clock clock;

    Conversations(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a conversation now and returns its id. */
    public String begin(Source source, String contactId) {
        return beginAs(ids.conversation(), source, contactId, now());
    }

    String beginAs(String id, Source source, String contactId, long at) {
        byId.put(id, new Conversation(id, source, contactId, at));
        revision.incrementAndGet();
        return id;
    }

    /** Looks at one conversation under its lock; empty when there is none of this id. */
    public <T> Optional<T> read(String id, Function<Conversation, T> look) {
        return Optional.ofNullable(byId.get(id)).map(conversation -> locked(conversation, look));
    }

    /** Changes one conversation under its lock; empty when there is none of this id. */
    public <T> Optional<T> change(String id, Function<Conversation, T> change) {
        Optional<T> result = read(id, change);
        revision.incrementAndGet();
        return result;
    }

    /** All that fit, most recently updated first. */
    public <T> List<T> list(Predicate<Conversation> filter, Function<Conversation, T> look) {
        return byId.values().stream()
                .filter(conversation -> locked(conversation, filter::test))
                .sorted(NEWEST_FIRST)
                .map(conversation -> locked(conversation, look))
                .toList();
    }

    public boolean delete(String id) {
        boolean existed = byId.remove(id) != null;
        if (existed) {
            deletedAt.put(id, now());
            revision.incrementAndGet();
        }
        return existed;
    }

    /** Ids of deleted conversations with the Unix second of the deletion. */
    public Map<String, Long> deleted() {
        return Map.copyOf(deletedAt);
    }

    /** Grows with every change; whoever polls compares it. */
    public long revision() {
        return revision.get();
    }

    /** For a part that is made now by the app of this package code, null when no app made it. */
    public Part.Stamp stamp(String packageCode) {
        return new Part.Stamp(ids.part(), now(), packageCode);
    }

    public long now() {
        return clock.instant().getEpochSecond();
    }

    private <T> T locked(Conversation conversation, Function<Conversation, T> work) {
        synchronized (conversation) {
            if (conversation.isSnoozed()) {
                conversation.wakeIfDue(stamp(null));
            }
            return work.apply(conversation);
        }
    }
}
