package org.intercomjira.embedded.host.descriptor;

import com.atlassian.plugin.web.Condition;
import com.atlassian.plugin.web.api.model.WebPanel;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.java.ao.RawEntity;
import org.intercomjira.embedded.host.PluginException;

/** Whether all that a descriptor names is there: classes, files, texts, web-resources. Runs when the plugin is installed, before any of it starts. */
public final class DescriptorCheck {
    /** What a class must be, by the element that names it. */
    private static final Map<String, Class<?>> TYPES = Map.of("servlet", HttpServlet.class, "condition", Condition.class, "web-panel", WebPanel.class, "entity", RawEntity.class);
    private static final Set<String> CLASSES_AS_TEXT = Set.of("function-class", "entity", "upgradeTask");
    private static final Set<String> TEXT_KEYS_AS_KEY = Set.of("label", "description", "tooltip");
    private static final Set<String> EXTRACT_TYPES = Set.of("number", "string", "text", "date");

    private final PluginContent content;
    private final Set<String> knownTexts;

    /** @param knownTexts the keys of the plugin's own texts */
    public DescriptorCheck(PluginContent content, Set<String> knownTexts) {
        this.content = content;
        this.knownTexts = knownTexts;
    }

    /** @throws PluginException that names what is missing and where it is named */
    public void check(PluginDescriptor descriptor) {
        descriptor.root().all().forEach(element -> {
            checkClass(element);
            checkFile(element);
            checkTexts(element);
            checkValues(element);
        });
        new WebResourceCheck(content, descriptor, knownTexts).check();
        new TemplateTextCheck(content, knownTexts).check();
    }

    private void checkClass(DescriptorElement element) {
        Consumer<String> load = name -> {
            Class<?> type = content.load(name, element.toString());
            Class<?> needed = TYPES.getOrDefault(element.name(), Object.class);
            if (!needed.isAssignableFrom(type)) {
                throw new PluginException(element + ": the class " + name + " is no " + needed.getName());
            }
        };
        element.attribute("class").ifPresent(load);
        if (CLASSES_AS_TEXT.contains(element.name())) {
            load.accept(element.text());
        }
    }

    private void checkFile(DescriptorElement element) {
        if (element.name().equals("resource") && !element.required("type").equals("i18n") && !content.has(element.required("location"))) {
            throw new PluginException(element + ": the JAR has no file " + element.required("location"));
        }
    }

    private void checkTexts(DescriptorElement element) {
        element.attribute("i18n-name-key").ifPresent(key -> requireText(element, key));
        if (TEXT_KEYS_AS_KEY.contains(element.name())) {
            element.attribute("key").ifPresent(key -> requireText(element, key));
        }
    }

    private void requireText(DescriptorElement element, String key) {
        if (!knownTexts.contains(key)) {
            throw new PluginException(element + ": the plugin's i18n files have no text " + key);
        }
    }

    private static void checkValues(DescriptorElement element) {
        if (element.name().equals("extract") && !EXTRACT_TYPES.contains(element.required("type"))) {
            throw new PluginException(element + ": unknown type " + element.required("type"));
        }
        if (element.name().equals("conditions") && !Set.of("AND", "OR").contains(element.required("type"))) {
            throw new PluginException(element + ": unknown type " + element.required("type"));
        }
        if (element.name().equals("web-panel") && element.attribute("class").isEmpty() && element.child("resource").isEmpty()) {
            throw new PluginException(element + " has neither a class nor a view");
        }
    }
}
