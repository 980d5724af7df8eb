package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentFilterTest {
    @ParameterizedTest
    @ValueSource(strings = {"#intercom", "please #Intercom", "#INTERCOM tell them", "(#intercom)", "*#intercom*", "done, #intercom.", "a\n#intercom\nb", "שלום #intercom", "#intercom!", "\u200F#intercom"})
    void theWordLetsACommentThrough(String comment) {
        assertThat(CommentFilter.lets(comment)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intercom", "#intercoms", "#intercom-team", "x#intercom", "##intercom", "https://example.org/#intercom", "#intercom_x", "#intercom.com", "# intercom", "#interc\u00F6m", ""})
    void anythingElseDoesNot(String comment) {
        assertThat(CommentFilter.lets(comment)).isFalse();
    }

    @Test
    void theWordIsTakenOutAndNothingElse() {
        assertThat(CommentFilter.without("a #Intercom b #intercoms #INTERCOM")).isEqualTo("a  b #intercoms ");
    }

    @Test
    void noCommentHasNoWord() {
        assertThat(CommentFilter.lets(null)).isFalse();
    }
}
