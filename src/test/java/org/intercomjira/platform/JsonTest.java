package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Sample(String name, Instant at, Secret password) {
    }

    @Test
    void instantsAreEpochMillisecondsAndNullsAreLeftOut() {
        assertThat(Json.write(new Sample("a", Instant.ofEpochMilli(42), null))).isEqualTo("{\"name\":\"a\",\"at\":42}");
        assertThat(Json.read("{\"at\":42}", Sample.class).at()).isEqualTo(Instant.ofEpochMilli(42));
    }

    @Test
    void aSecretIsReadButNeverWritten() {
        Sample sample = Json.read("{\"password\":\"canary\"}", Sample.class);
        assertThat(sample.password().reveal()).isEqualTo("canary");
        assertThatThrownBy(() -> Json.write(sample)).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "{not json", "[]", "{\"at\":\"noon\"}", "{\"name\":{}}"})
    void whatIsNoJsonOfTheTypeIsRefused(String text) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Json.read(text, Sample.class)).satisfies(e -> assertThat(e.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "{not json", "[]", "1", "{} {}"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Json.readObject(text)).satisfies(e -> assertThat(e.code()).isEqualTo("input.invalid"));
    }
}
