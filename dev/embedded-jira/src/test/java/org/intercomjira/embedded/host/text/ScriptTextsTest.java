package org.intercomjira.embedded.host.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts in Java and in scripts. */
class ScriptTextsTest {
    private final HostTexts texts = new HostTexts();
    private final ScriptTexts scripts = new ScriptTexts(texts);

    @BeforeEach
    void addTexts() {
        texts.add("sample", new PluginTexts(Map.of("plain", "Don''t", "filled", "Hi {0}, don''t")));
    }

    @Test
    void aTextWithoutArgumentsIsPutInAsItIsShown() {
        assertThat(scripts.transform("a(AJS.I18n.getText( 'plain' ))")).isEqualTo("a(\"Don\\u0027t\")");
    }

    @Test
    void aTextWithArgumentsIsLeftToTheFormatter() {
        assertThat(scripts.transform("AJS.I18n.getText(\"filled\", name)")).isEqualTo("AJS.format(\"Hi {0}, don\\u0027\\u0027t\", name)");
    }

    @Test
    void inJavaTextsAreFormattedWithTheirArguments() {
        assertThat(texts.getText("filled", "Ann")).isEqualTo("Hi Ann, don't");
        assertThat(texts.getText("plain")).isEqualTo("Don't");
    }

    @Test
    void anUnknownKeyIsItsOwnText() {
        assertThat(texts.getText("absent.key")).isEqualTo("absent.key");
        texts.remove("sample");
        assertThat(texts.getText("plain")).isEqualTo("plain");
    }
}
