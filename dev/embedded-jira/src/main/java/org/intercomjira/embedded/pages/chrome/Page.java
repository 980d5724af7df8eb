package org.intercomjira.embedded.pages.chrome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.pages.template.Html;

/**
 * What a page says about itself.
 *
 * @param metas     values for {@code AJS.Meta.get(name)}
 * @param contexts  the web-resource contexts whose scripts and styles belong to it
 * @param scripts   names of Jira's own scripts that it needs
 * @param bodyClass classes of the body element
 */
public record Page(String title, Html head, Html content, Map<String, String> metas, List<String> contexts, List<String> scripts, String bodyClass) {
    public static Page titled(String title) {
        return new Page(title, Html.NONE, Html.NONE, Map.of(), List.of(), List.of(), "aui-page-focused-none");
    }

    public Page head(Html head) {
        return new Page(title, head, content, metas, contexts, scripts, bodyClass);
    }

    public Page content(Html content) {
        return new Page(title, head, content, metas, contexts, scripts, bodyClass);
    }

    public Page meta(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(metas);
        more.put(name, value);
        return new Page(title, head, content, more, contexts, scripts, bodyClass);
    }

    public Page context(String context) {
        return new Page(title, head, content, metas, with(contexts, context), scripts, bodyClass);
    }

    public Page script(String script) {
        return new Page(title, head, content, metas, contexts, with(scripts, script), bodyClass);
    }

    public Page bodyClass(String bodyClass) {
        return new Page(title, head, content, metas, contexts, scripts, bodyClass);
    }

    private static List<String> with(List<String> list, String element) {
        List<String> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}
