package org.intercomjira.embedded.pages.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void valuesAreEscapedUnlessTheyAreHtml() {
        assertThat(render("{{a}} {{b}} {{c}}", Map.of("a", "<'\"&>", "b", new Html("<b>")))).isEqualTo("&lt;&#39;&quot;&amp;&gt; <b> ");
    }

    @Test
    void sectionsAreShownWhenTheValueIsThere() {
        assertThat(render("{{#a}}yes{{/a}}{{^a}}no{{/a}}", Map.of("a", true))).isEqualTo("yes");
        assertThat(render("{{#a}}yes{{/a}}{{^a}}no{{/a}}", Map.of("a", ""))).isEqualTo("no");
        assertThat(render("{{#a}}yes{{/a}}{{^a}}no{{/a}}", Map.of())).isEqualTo("no");
    }

    @Test
    void listsAreRepeatedAndSeeTheOuterValues() {
        assertThat(render("{{#list}}{{outer}}{{x}}{{#y}}!{{/y}};{{/list}}", Map.of("outer", "o", "list", List.of(Map.of("x", 1), Map.of("x", 2, "y", true)))))
                .isEqualTo("o1;o2!;");
    }

    @Test
    void sectionsHaveToMatch() {
        assertThatThrownBy(() -> Template.parse("{{#a}}")).hasMessageContaining("a is not closed");
        assertThatThrownBy(() -> Template.parse("{{#a}}{{/b}}")).hasMessageContaining("{{/b}}");
        assertThatThrownBy(() -> Template.parse("{{/b}}")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String render(String source, Map<String, ?> values) {
        return Template.parse(source).render(values).text();
    }
}
