package org.intercomjira.intercom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Confirms with {@code GET /me} that Intercom no longer accepts a token. The refusal of one call does not say so: the conversation may be a
 * ticket that the app may not read, or the refusal may be part of an incident at Intercom.
 *
 * <p>A token has at most one check under way, whose verdict counts for all calls that are refused meanwhile and shortly afterwards. A call
 * that is refused as if the token were invalid, although {@code /me} accepts it, counts as not having reached Intercom, so that it is
 * repeated. When that has gone on for {@link #CONTRADICTION} it counts as forbidden: then the refusal is about this call alone.
 */
final class AuthorisationCheck {
    static final Duration CONTRADICTION = Duration.ofMinutes(10);
    static final Duration VERDICT_REUSED = Duration.ofSeconds(5);
    /** Longer than a call may last: a check that takes longer is lost, and is begun again. */
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1_000;
    /** Codes that Intercom uses for one conversation or list as well as for a token. */
    private static final Set<String> ABOUT_THE_CALL = Set.of("token_unauthorized", "forbidden");
    /** The app user has no seat that allows this step: not a question of the token. */
    private static final String SEAT = "action_forbidden";

    private final Function<Access, CompletableFuture<Answer<Identity>>> me;
    private final Clock clock;
    private final Map<Access, Check> checks = bounded();
    private final Map<Call, Contradiction> contradictions = bounded();

    AuthorisationCheck(Function<Access, CompletableFuture<Answer<Identity>>> me, Clock clock) {
        this.me = me;
        this.clock = clock;
    }

    private enum Verdict {
        ACCEPTED, REFUSED, NOT_SUBSCRIBED,
        /** {@code /me} could not be asked: nothing is known. */
        NONE
    }

    private record Call(Access access, String path) {
    }

    private record Check(CompletableFuture<Verdict> verdict, Instant begun) {
    }

    private record Contradiction(Instant first, Instant last) {
    }

    /**
     * The answer, after {@code /me} was asked when the answer is a refusal that may be about the token.
     *
     * @param path of the call that was answered
     */
    <T> CompletableFuture<Answer<T>> confirm(Access access, String path, Answer<T> answer) {
        if (!(answer instanceof Answer.Failed<T> failed)) {
            return CompletableFuture.completedFuture(answer);
        } else if (failed.failure() instanceof Failure.AuthorisationLost lost && !lost.code().equals(FailureClassifier.APP_USER_GONE)) {
            return check(access).thenApply(verdict -> new Answer.Failed<>(judge(verdict, new Call(access, path), lost)));
        } else if (failed.failure() instanceof Failure.Forbidden forbidden && !forbidden.code().equals(SEAT)) {
            return check(access).thenApply(verdict -> new Answer.Failed<>(judge(verdict, forbidden.code(), forbidden.message(), forbidden)));
        }
        return CompletableFuture.completedFuture(answer);
    }

    private Failure judge(Verdict verdict, Call call, Failure.AuthorisationLost lost) {
        boolean isAboutTheCall = verdict == Verdict.ACCEPTED && (ABOUT_THE_CALL.contains(lost.code()) || isLasting(call));
        Failure accepted = isAboutTheCall ? new Failure.Forbidden(lost.code(), lost.message()) : new Failure.Unreachable("authorisation_disputed");
        return judge(verdict, lost.code(), lost.message(), accepted);
    }

    private static Failure judge(Verdict verdict, String code, String message, Failure accepted) {
        return switch (verdict) {
            case ACCEPTED -> accepted;
            case REFUSED -> new Failure.AuthorisationLost(code, message);
            case NOT_SUBSCRIBED -> new Failure.NotSubscribed(message);
            case NONE -> new Failure.Unreachable("authorisation_unconfirmed");
        };
    }

    private boolean isLasting(Call call) {
        Instant now = clock.instant();
        synchronized (contradictions) {
            Contradiction before = contradictions.get(call);
            boolean isNew = before == null || now.isAfter(before.last().plus(CONTRADICTION));
            Contradiction latest = new Contradiction(isNew ? now : before.first(), now);
            contradictions.put(call, latest);
            return !now.isBefore(latest.first().plus(CONTRADICTION));
        }
    }

    private CompletableFuture<Verdict> check(Access access) {
        Check mine = new Check(new CompletableFuture<>(), clock.instant());
        synchronized (checks) {
            Check latest = checks.get(access);
            Duration reused = latest == null ? Duration.ZERO : latest.verdict().isDone() ? VERDICT_REUSED : LONGEST_CHECK;
            if (latest != null && mine.begun().isBefore(latest.begun().plus(reused))) {
                return latest.verdict();
            }
            checks.remove(access);
            checks.put(access, mine);
        }
        ask(access).whenComplete((answer, problem) -> mine.verdict().complete(problem == null ? verdict(answer) : Verdict.NONE));
        return mine.verdict();
    }

    /** Others wait for this answer: it comes whatever happens. */
    private CompletableFuture<Answer<Identity>> ask(Access access) {
        try {
            return me.apply(access);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Verdict verdict(Answer<Identity> answer) {
        if (answer instanceof Answer.Failed<Identity> failed) {
            Failure failure = failed.failure();
            return failure instanceof Failure.AuthorisationLost || failure instanceof Failure.Forbidden ? Verdict.REFUSED
                : failure instanceof Failure.NotSubscribed ? Verdict.NOT_SUBSCRIBED : Verdict.NONE;
        }
        return Verdict.ACCEPTED;
    }

    /** The oldest entry goes first: what is forgotten is checked again. */
    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MAX_REMEMBERED;
            }
        };
    }
}
