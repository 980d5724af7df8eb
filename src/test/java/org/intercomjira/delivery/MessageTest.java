package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
    private static final String KEY = "k".repeat(255);

    @Test
    void theLongestTextsAreTaken() {
        assertThat(new Message("l".repeat(150), KEY, KEY, KEY, KEY, "p".repeat(450)).payload()).hasSize(450);
    }

    static Stream<Arguments> unfit() {
        String long256 = "k".repeat(256);
        return Stream.of(
            Arguments.of("lane", "l".repeat(151), "s", "o", "d", "t", "p"), Arguments.of("lane", null, "s", "o", "d", "t", "p"),
            Arguments.of("sender", "l", long256, "o", "d", "t", "p"), Arguments.of("sender", "l", "", "o", "d", "t", "p"),
            Arguments.of("orderKey", "l", "s", long256, "d", "t", "p"), Arguments.of("orderKey", "l", "s", "", "d", "t", "p"),
            Arguments.of("dedupeKey", "l", "s", "o", long256, "t", "p"), Arguments.of("dedupeKey", "l", "s", "o", "", "t", "p"),
            Arguments.of("type", "l", "s", "o", "d", long256, "p"), Arguments.of("type", "l", "s", "o", "d", "", "p"),
            Arguments.of("payload", "l", "s", "o", "d", "t", "p".repeat(451)), Arguments.of("payload", "l", "s", "o", "d", "t", ""));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatCannotBeStoredIsRefusedAtOnce(String name, String lane, String sender, String orderKey, String dedupeKey, String type,
                                           String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Message(lane, sender, orderKey, dedupeKey, type, payload))
            .withMessageContaining("The " + name + " ");
    }
}
