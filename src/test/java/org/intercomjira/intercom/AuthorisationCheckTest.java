package org.intercomjira.intercom;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.intercomjira.platform.Secret;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorisationCheckTest {
    private static final Access ACCESS = new Access(Region.EU, new Secret("canary-token-1"));
    private static final Access OTHER = new Access(Region.EU, new Secret("canary-token-2"));
    private static final String PATH = "/conversations/215/reply";
    private static final Answer<Identity> ME = new Answer.Ok<>(new Identity(new Teammate(new TeammateId("1"), "Jira app", null, null),
        new WorkspaceId("ecahpwf5"), "Acme", Region.EU));
    private static final Failure LOST = new Failure.AuthorisationLost("unauthorized", "Access Token Invalid");
    private static final Failure DISPUTED = new Failure.Unreachable("authorisation_disputed");

    private final ManualClock clock = new ManualClock();
    private final List<Access> asked = new ArrayList<>();
    private CompletableFuture<Answer<Identity>> me = completedFuture(ME);
    private final AuthorisationCheck check = new AuthorisationCheck(access -> {
        asked.add(access);
        return me;
    }, clock);

    @Test
    void aTokenThatMeRefusesTooIsLost() {
        me = completedFuture(new Answer.Failed<>(LOST));
        assertThat(confirm(LOST)).isEqualTo(LOST);
        assertThat(asked).containsExactly(ACCESS);
    }

    @Test
    void aTokenThatMeAcceptsIsTriedAgainLater() {
        assertThat(confirm(LOST)).isEqualTo(DISPUTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token_unauthorized", "forbidden"})
    void aRefusalOfOneConversationIsAboutThatConversation(String code) {
        assertThat(confirm(new Failure.AuthorisationLost(code, "m"))).isEqualTo(new Failure.Forbidden(code, "m"));
    }

    @Test
    void aForbiddenConversationMayMeanThatTheTokenIsLost() {
        Failure forbidden = new Failure.Forbidden("forbidden", "m");
        assertThat(confirm(forbidden)).isEqualTo(forbidden);
        clock.advance(AuthorisationCheck.VERDICT_REUSED);
        me = completedFuture(new Answer.Failed<>(new Failure.Forbidden("forbidden", "Admin is suspended")));
        assertThat(confirm(forbidden)).isEqualTo(new Failure.AuthorisationLost("forbidden", "m"));
    }

    @Test
    void aMissingSubscriptionIsNamed() {
        me = completedFuture(new Answer.Failed<>(new Failure.NotSubscribed("Active subscription needed.")));
        assertThat(confirm(LOST)).isEqualTo(new Failure.NotSubscribed("Access Token Invalid"));
    }

    @Test
    void whenMeCannotBeAskedNothingIsKnown() {
        List<Failure> silent = List.of(new Failure.Unreachable("x"), new Failure.Unknown("http_503"), new Failure.RateLimited(clock.instant()));
        for (Failure failure : silent) {
            me = completedFuture(new Answer.Failed<>(failure));
            assertThat(confirm(LOST)).isEqualTo(new Failure.Unreachable("authorisation_unconfirmed"));
            clock.advance(AuthorisationCheck.VERDICT_REUSED);
        }
        me = CompletableFuture.failedFuture(new IllegalStateException("stopped"));
        assertThat(confirm(LOST)).isEqualTo(new Failure.Unreachable("authorisation_unconfirmed"));
    }

    @Test
    void whatIsNotAboutTheTokenIsNotChecked() {
        List<Failure> others = List.of(new Failure.NotFound("not_found", "m"), new Failure.Refused(400, "parameter_invalid", "m"), new Failure.Unknown("x"),
            new Failure.Forbidden("action_forbidden", "m"), new Failure.NotSubscribed("m"), new Failure.AuthorisationLost("admin_not_found", "m"));
        others.forEach(failure -> assertThat(confirm(failure)).isEqualTo(failure));
        assertThat(check.confirm(ACCESS, PATH, new Answer.Ok<>("fine")).join()).isEqualTo(new Answer.Ok<>("fine"));
        assertThat(asked).isEmpty();
    }

    @Test
    void manyRefusalsAtOnceMakeOneCheckForEachToken() {
        me = new CompletableFuture<>();
        List<CompletableFuture<Answer<String>>> confirmed = IntStream.range(0, 64).mapToObj(i -> ask(ACCESS, "/conversations/" + i, LOST)).toList();
        CompletableFuture<Answer<String>> other = ask(OTHER, PATH, LOST);
        assertThat(asked).containsExactly(ACCESS, OTHER);

        me.complete(new Answer.Failed<>(LOST));
        assertThat(confirmed).allMatch(answer -> answer.join().equals(new Answer.Failed<>(LOST)));
        assertThat(other.join()).isEqualTo(new Answer.Failed<>(LOST));
        assertThat(confirm(LOST)).as("shortly afterwards").isEqualTo(LOST);
        assertThat(asked).hasSize(2);

        clock.advance(AuthorisationCheck.VERDICT_REUSED);
        confirm(LOST);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aCheckThatIsLostIsBegunAgain() {
        me = new CompletableFuture<>();
        ask(ACCESS, PATH, LOST);
        clock.advance(Duration.ofSeconds(59));
        ask(ACCESS, PATH, LOST);
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        me = completedFuture(new Answer.Failed<>(LOST));
        assertThat(confirm(LOST)).isEqualTo(LOST);
    }

    @Test
    void aCheckThatCannotBeBegunTellsNothing() {
        AuthorisationCheck broken = new AuthorisationCheck(access -> {
            throw new IllegalArgumentException("no request");
        }, clock);
        assertThat(fail(broken.confirm(ACCESS, PATH, new Answer.Failed<String>(LOST)))).isEqualTo(new Failure.Unreachable("authorisation_unconfirmed"));
    }

    @Test
    void aCallThatIsRefusedForLongThoughMeAcceptsTheTokenIsForbidden() {
        assertThat(confirm(LOST)).isEqualTo(DISPUTED);
        clock.advance(AuthorisationCheck.CONTRADICTION.minusMillis(1));
        assertThat(confirm(LOST)).isEqualTo(DISPUTED);
        assertThat(fail(ask(ACCESS, "/conversations/216/reply", LOST))).as("another call").isEqualTo(DISPUTED);
        clock.advance(Duration.ofMillis(1));
        assertThat(confirm(LOST)).isEqualTo(new Failure.Forbidden("unauthorized", "Access Token Invalid"));
    }

    @Test
    void anIncidentOfLongAgoDoesNotCount() {
        confirm(LOST);
        clock.advance(AuthorisationCheck.CONTRADICTION.plusMillis(1));
        assertThat(confirm(LOST)).isEqualTo(DISPUTED);
    }

    private Failure confirm(Failure failure) {
        return fail(ask(ACCESS, PATH, failure));
    }

    private CompletableFuture<Answer<String>> ask(Access access, String path, Failure failure) {
        return check.confirm(access, path, new Answer.Failed<>(failure));
    }

    private static Failure fail(CompletableFuture<Answer<String>> answer) {
        return ((Answer.Failed<String>) answer.join()).failure();
    }
}
