package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.java.ao.Query;

/**
 * Facts that come into the outbox when something about them, or behind them, is there already: lost ones that recovery has found, and
 * events that arrive after their recovery. Every method runs in the turn of the facts' lane, see {@link Turns}: no message of it is
 * leased meanwhile.
 */
final class LateFacts {
    /** The reason of the mark that recovery leaves under a fact's own key: its messages come from Jira's history, not from its event. */
    static final String RECOVERED = "recovered";
    /** The reason of a fact whose event keeps it back while a message that recovery made of it is being tried. */
    static final String WITHDRAWN = "withdrawn";
    private static final int MOST_OF_A_FACT = 1_000;
    private static final int MOST_PENDING = 10_000;

    private static final Set<Status> MOVABLE = EnumSet.of(Status.WAITING, Status.BLOCKED);

    private final ActiveObjects ao;
    private final OutboxInserts inserts;

    LateFacts(ActiveObjects ao, OutboxInserts inserts) {
        this.ao = ao;
        this.inserts = inserts;
    }

    /**
     * Stores lost messages, each before the first of those that have to come after it, and the marks of their facts. Rows that exist keep
     * their order among each other: what stands before that first one is moved along.
     *
     * <p>What has been judged or covered since recovery looked is left out: its event knows more.
     *
     * @param missing in the order in which they are to be delivered
     * @return the messages that were not known
     */
    List<Message> insertMissing(List<MissingMessage> missing, List<CoveredFact> marks, Instant now) {
        List<Message> added = new ArrayList<>();
        // The marks come first: an event that judges at this very moment writes the same key, and the database lets one of the two.
        Set<String> judged = marks.stream().filter(mark -> !inserts.insert(mark, now)).map(CoveredFact::key).collect(Collectors.toSet());
        for (MissingMessage each : missing) {
            if (!judged.contains(each.fact()) && inserts.row(each.message().dedupeKey()).isEmpty()) {
                insert(each, now);
                added.add(each.message());
            }
        }
        return added;
    }

    private void insert(MissingMessage missing, Instant now) {
        List<OutboxEntity> pending = pending(missing.message().orderKey());
        List<OutboxEntity> before = pending.stream().takeWhile(row -> !missing.later().contains(row.getDedupeKey())).toList();
        if (before.size() == pending.size()) {
            inserts.insertAt(missing.message(), 0, now);
            return;
        }
        int place = Math.min(0, pending.get(0).getPlace()) - before.size() - 1;
        for (OutboxEntity row : before) {
            row.setPlace(place++);
            row.save();
        }
        inserts.insertAt(missing.message(), place, now);
    }

    /**
     * Lets a message that waits go before all others of its order key.
     *
     * @return false when there is none, or when it could not go now: it is under way, or held for its authorisation
     */
    boolean advance(String dedupeKey) {
        Optional<OutboxEntity> found = inserts.row(dedupeKey).filter(row -> Status.of(row.getStatus()).filter(MOVABLE::contains).isPresent());
        found.ifPresent(row -> {
            row.setPlace(Math.min(0, pending(row.getOrderKey()).get(0).getPlace()) - 1);
            row.save();
        });
        return found.isPresent();
    }

    /** A row of a newer version's status is left as it is. */
    private List<OutboxEntity> pending(String orderKey) {
        return Arrays.stream(ao.find(OutboxEntity.class, Query.select().where("ORDER_KEY = ? AND PENDING = ?", orderKey, true)
            .order("ORDER_KEY, PENDING, PLACE, ID").limit(MOST_PENDING))).filter(row -> Status.of(row.getStatus()).isPresent()).toList();
    }

    /**
     * Stores what events have judged although some of it is known. Where recovery came first the event wins: it knows what Jira's history
     * does not, so a recovered message that the event does not ask for is covered unless it may have been sent already.
     *
     * @return the messages that were not known
     */
    List<Message> insertLate(List<JudgedFact> facts, Instant now) {
        List<Message> added = new ArrayList<>();
        for (JudgedFact fact : facts) {
            Optional<OutboxEntity> mark = inserts.row(fact.key());
            if (mark.isPresent() && RECOVERED.equals(OutboxInserts.reason(mark.get()))
                // The message that says it along is recovered too and says less: both go out.
                && fact.covered().stream().noneMatch(CoveredFact::isSaidByAnother)) {
                boolean isUnderWay = withdraw(fact, mark.get(), now);
                fact.covered().stream().filter(covered -> isUnderWay && covered.key().equals(fact.key()))
                    .forEach(covered -> inserts.insert(new CoveredFact(covered.key(), covered.lane(), covered.sender(), WITHDRAWN), now));
            }
            fact.messages().stream().filter(message -> inserts.insert(message, now, null, now)).forEach(added::add);
            fact.covered().forEach(covered -> inserts.insert(covered, now));
        }
        return added;
    }

    /** Whether a message that the event does not ask for is being tried, and so could not be covered. */
    private boolean withdraw(JudgedFact fact, OutboxEntity mark, Instant now) {
        boolean isUnderWay = false;
        Set<String> wanted = fact.messages().stream().map(Message::dedupeKey).collect(Collectors.toCollection(HashSet::new));
        String reason = fact.covered().isEmpty() ? "not_asked_for" : fact.covered().get(0).reason();
        for (OutboxEntity row : ao.find(OutboxEntity.class, Query.select().where("DEDUPE_KEY LIKE ?", fact.key() + ":%").limit(MOST_OF_A_FACT))) {
            if (row.getPending() && !wanted.contains(row.getDedupeKey())) {
                if (isUnsent(row)) {
                    cover(row, reason, now);
                } else {
                    isUnderWay = true;
                }
            }
        }
        ao.delete(mark);
        return isUnderWay;
    }

    private static boolean isUnsent(OutboxEntity row) {
        return row.getFirstSentAt() == null && !Status.SENDING.name().equals(row.getStatus());
    }

    private static void cover(OutboxEntity row, String reason, Instant now) {
        row.setStatus(Status.DONE.name());
        row.setPending(false);
        row.setNextAt(now.plus(OutcomeRules.KEPT).toEpochMilli());
        row.setLastErrorCode(OutboxInserts.COVERED);
        row.setLastError(reason);
        row.save();
    }

    /**
     * Stores the messages of a fact that was covered for this reason, or of which nothing is known. A fact that was covered for any other
     * reason stays covered.
     *
     * @param isReversible whether a fact that was covered for this reason may still get messages
     * @return the messages that were not known
     */
    List<Message> uncover(JudgedFact fact, Predicate<String> isReversible, Instant now) {
        Optional<OutboxEntity> mark = inserts.row(fact.key());
        String reason = mark.map(OutboxInserts::reason).orElse(null);
        if (mark.isPresent() && (reason == null || !isReversible.test(reason))) {
            return List.of();
        }
        mark.ifPresent(ao::delete);
        fact.covered().forEach(covered -> inserts.insert(covered, now));
        return fact.messages().stream().filter(message -> inserts.insert(message, now, null, now)).toList();
    }
}
