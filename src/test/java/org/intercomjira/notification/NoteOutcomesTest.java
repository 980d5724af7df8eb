package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoteOutcomesTest {
    private final List<String> told = new ArrayList<>();

    static Stream<Arguments> failures() {
        Instant later = Instant.parse("2026-11-20T12:00:10Z");
        return Stream.of(
                Arguments.of(new Failure.RateLimited(later), new Outcome.RateLimited(later), List.of()),
                Arguments.of(new Failure.AuthorisationLost("unauthorized", "m"), new Outcome.AuthorisationLost("authorisation_lost"),
                        List.of("authorisation_lost")),
                Arguments.of(new Failure.NotSubscribed("m"), new Outcome.AuthorisationLost("not_subscribed"), List.of("not_subscribed")),
                Arguments.of(new Failure.Forbidden("forbidden", "m"), new Outcome.Refused("forbidden", "m"), List.of()),
                Arguments.of(new Failure.NotFound("not_found", "m"), new Outcome.Refused("not_found", "m"), List.of("gone")),
                Arguments.of(new Failure.Refused(400, "parameter_invalid", "m"), new Outcome.Refused("parameter_invalid", "m"), List.of()),
                Arguments.of(new Failure.Unreachable("no route"), new Outcome.Unreachable("no route"), List.of()),
                Arguments.of(new Failure.Unknown("time-out"), new Outcome.Unknown("time-out"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsOutcome(Failure failure, Outcome outcome, List<String> consequences) {
        assertThat(NoteOutcomes.of(failure, told::add, () -> told.add("gone"))).isEqualTo(outcome);
        assertThat(told).isEqualTo(consequences);
    }

    @Test
    void aProxyThatAsksForALoginHasACodeOfItsOwn() {
        Failure failure = new Failure.Unreachable(Failure.Unreachable.PROXY_AUTHENTICATION);
        assertThat(NoteOutcomes.of(failure, reason -> { }, () -> { })).isEqualTo(new Outcome.Unreachable("proxy.authentication", "proxy.authentication"));
    }

    @Test
    void noFailureIsForgotten() {
        List<Class<?>> told = new ArrayList<>();
        failures().forEach(arguments -> told.add(arguments.get()[0].getClass()));

        assertThat(told).containsExactlyInAnyOrder(Failure.class.getPermittedSubclasses());
    }
}
