package org.intercomjira.embedded.host.velocity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates as Jira runs them: the strict side of what is documented. */
class PluginTemplatesTest {
    private final PluginTemplates templates = new PluginTemplates(null, new MethodAllowList(List.of(View.class.getName() + "#title()", View.class.getName() + "#getAge()")));

    /** What a plugin hands to its templates. */
    public record View(String title, String secret) {
        public int getAge() {
            return 7;
        }
    }

    private String render(String source, Map<String, Object> context) {
        return templates.evaluate("test", source, context);
    }

    @Test
    void whatIsInsertedIsEscaped() {
        assertThat(render("$text ${text} $!text", Map.of("text", "<a&\"'>"))).isEqualTo("&lt;a&amp;&quot;&#39;&gt; &lt;a&amp;&quot;&#39;&gt; &lt;a&amp;&quot;&#39;&gt;");
    }

    @Test
    void aNameEndingInHtmlIsNot() {
        assertThat(render("$bodyHtml ${bodyHtml} $map.bodyHtml", Map.of("bodyHtml", "<b>", "map", Map.of("bodyHtml", "<i>")))).isEqualTo("<b> <b> <i>");
    }

    @Test
    void collectionsMapsAndTextsMayBeUsed() {
        assertThat(render("#foreach($i in $list)$i#end $map.a $map.get('a') $text.toUpperCase() $list.size() #if($list.isEmpty())no#end",
                Map.of("list", List.of(1, 2), "map", Map.of("a", "A"), "text", "t"))).isEqualTo("12 A A T 2 ");
    }

    @Test
    void listedMethodsMayBeCalled() {
        assertThat(render("$view.title() $view.age", Map.of("view", new View("T", "s")))).isEqualTo("T 7");
    }

    @Test
    void otherMethodsStopTheTemplate() {
        assertThatThrownBy(() -> render("$view.secret()", Map.of("view", new View("T", "s")))).hasMessageContaining("View#secret()");
        assertThatThrownBy(() -> render("$text.getClass()", Map.of("text", "t"))).hasMessageContaining("getClass");
        assertThatThrownBy(() -> render("$text.class.name", Map.of("text", "t"))).hasMessageContaining("getClass");
    }

    @Test
    void aReferenceToNothingStopsTheTemplateUnlessItIsQuiet() {
        assertThatThrownBy(() -> render("a $absent", Map.of())).hasMessageContaining("$absent");
        Map<String, Object> context = new HashMap<>();
        context.put("empty", null);
        assertThat(render("a $!absent$!empty #if($absent)x#end", context)).isEqualTo("a  ");
    }
}
