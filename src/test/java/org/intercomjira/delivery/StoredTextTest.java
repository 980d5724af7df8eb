package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t", "\u0000"})
    void nothingIsNull(String text) {
        assertThat(StoredText.of(text, 10)).isNull();
    }

    @Test
    void aTextIsOneLineThatEveryDatabaseTakes() {
        assertThat(StoredText.of(" a\r\n\u0000b \uD83D\uDE00 \uD83D ä ", 20)).isEqualTo("a b ? ? ä");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(StoredText.of("123456 89", 7)).isEqualTo("123456");
        assertThat(StoredText.of("1234567", 7)).isEqualTo("1234567");
    }
}
