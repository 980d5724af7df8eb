package org.intercomjira.embedded.host.web;

import com.atlassian.plugin.web.Condition;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.spring.PluginContext;

/** Makes one test of the conditions of a module: all of its own must hold; {@code <conditions>} groups say AND or OR. */
record FragmentConditions(PluginContent content, PluginContext context) {
    Predicate<Map<String, Object>> of(DescriptorElement module) {
        return tests(module).reduce(fragment -> true, Predicate::and);
    }

    private Stream<Predicate<Map<String, Object>>> tests(DescriptorElement parent) {
        return Stream.concat(parent.children("condition").stream().map(this::single), parent.children("conditions").stream().map(this::group));
    }

    private Predicate<Map<String, Object>> group(DescriptorElement group) {
        List<Predicate<Map<String, Object>>> tests = tests(group).toList();
        return group.required("type").equals("OR") ? fragment -> tests.stream().anyMatch(test -> test.test(fragment)) : fragment -> tests.stream().allMatch(test -> test.test(fragment));
    }

    private Predicate<Map<String, Object>> single(DescriptorElement element) {
        Condition condition = (Condition) context.create(content.load(element.required("class"), element.toString()));
        condition.init(element.params());
        boolean wanted = !element.attribute("invert").map(Boolean::parseBoolean).orElse(false);
        return fragment -> condition.shouldDisplay(fragment) == wanted;
    }
}
