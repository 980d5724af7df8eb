package org.intercomjira.acceptance.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Looks for what keeps people from using a page who do not see it, or do not see it well. */
final class Axe {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {
    }

    /** What is wrong in this part of the page and grave; one line each. A colour on its way to another is neither. */
    static List<String> graveFaults(Page page, String part) {
        page.evaluate("() => document.getAnimations().filter(each => each.effect.getComputedTiming().endTime !== Infinity).forEach(each => each.finish())");
        page.evaluate(script());
        String report = (String) page.evaluate("part => axe.run(part, {resultTypes: ['violations']}).then(found => JSON.stringify(found.violations))", part);
        return StreamSupport.stream(JsonParser.parseString(report).getAsJsonArray().spliterator(), false).map(JsonElement::getAsJsonObject)
                .filter(fault -> GRAVE.contains(fault.get("impact").getAsString())).map(Axe::line).toList();
    }

    private static String line(JsonObject fault) {
        return fault.get("id").getAsString() + ": " + fault.get("help").getAsString() + " "
                + StreamSupport.stream(fault.getAsJsonArray("nodes").spliterator(), false).map(node -> node.getAsJsonObject().get("html").getAsString()).limit(3).toList();
    }

    private static String script() {
        try {
            return Files.readString(Path.of(System.getProperty("playwright.cli.dir"), "axe-core", "axe.min.js"));
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is missing: run npm ci in dev/acceptance/ui", e);
        }
    }
}
