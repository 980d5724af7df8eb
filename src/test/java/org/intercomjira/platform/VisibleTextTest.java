package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(ints = {
        0x09, 0x0A, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2003, 0x2007, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, // spaces and breaks
        0x00, 0x01, 0x1F, 0x7F, 0x9F, // controls
        0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xE0020, // formats
        0x34F, 0x180B, 0xFE00, 0xFE0F, 0xE0100, 0x300, 0x20DD, 0x17B4, // marks without a base
        0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x1D159, // blanks
        0xD800, 0xDFFF, 0x2065, 0xFDD0, 0xFFFE, 0xFFFF, 0xFFF0, 0xE0FFF, 0x10FFFF, // no characters
    })
    void thereIsNothingToSeeOf(int character) {
        assertThat(VisibleText.isSeen(Character.toString(character))).isFalse();
        assertThat(VisibleText.isSeen(" " + Character.toString(character).repeat(3) + "\uFEFF")).isFalse();
        assertThat(VisibleText.isSeen(Character.toString(character) + "a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "-", "0", "\u00e9", "e\u0301", "\u05d0", "\u0628", "\u4e2d", "\ud55c", "\u1112\u1161\u11ab", "\u0e01\u0e33", "\u0903", "\u2803",
        "\ud83d\ude00", "\u2764\ufe0f", "1\ufe0f\u20e3", "\ud83c\uddeb\ud83c\uddf7", "\ud83d\udc68\u200d\ud83d\udc69", "\u0600", "\ue000", "\ufffd", "\ud83e\udee8", "\u200b<b>"})
    void thereIsSomethingToSeeOf(String text) {
        assertThat(VisibleText.isSeen(text)).isTrue();
        assertThat(VisibleText.or(text, "instead")).isEqualTo(text);
        assertThat(VisibleText.orNull(" \u200b" + text + "\ufeff ")).as("as it was written").isEqualTo(" \u200b" + text + "\ufeff ");
    }

    @Test
    void whatShowsNothingIsAsGoodAsAbsent() {
        for (String text : List.of("", " ", "\ufeff", "\u200b\u3164 \u2800")) {
            assertThat(VisibleText.orNull(text)).isNull();
            assertThat(VisibleText.or(text, "instead")).isEqualTo("instead");
        }
        assertThat(VisibleText.isSeen(null)).isFalse();
        assertThat(VisibleText.or(null, "instead")).isEqualTo("instead");
    }
}
