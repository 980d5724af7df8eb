package org.intercomjira.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that try to act, and how a page shows that one of them did. */
final class HostileTexts {
    /** Elements that no text may bring along; the dialogs' own forms have a class of ours. */
    private static final String INJECTED = """
        part => Array.from(document.querySelectorAll(part)).flatMap(root => Array.from(root.querySelectorAll('*')))
            .filter(node => !node.matches('.aui-avatar img[src^=http]')).filter(node =>
            /^(script|style|img|svg|math|iframe|frame|object|embed|audio|video|source|link|meta|base|template|marquee|portal|keygen|noscript|xmp|plaintext|foreignobject)$/i.test(node.localName)
            || (/^(form|input|select|textarea|button)$/i.test(node.localName) && !/(aui|text|textarea|radio|checkbox|select|intercom)/.test(node.className))
            || Array.from(node.attributes).some(attribute => /^on/i.test(attribute.name) || attribute.name === 'srcdoc'
                || /^(href|src|action|formaction)$/i.test(attribute.name) && /^\\s*(javascript|vbscript|data|feed):/i.test(attribute.value)))
            .map(node => node.outerHTML.slice(0, 200))""";
    private static final String NOTHING_MAY_BE_CALLED = """
        window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print', 'msgbox']) { window[name] = (...words) => window.ran.push(name + words); }""";

    private HostileTexts() {
    }

    static List<String> all() {
        try (InputStream file = HostileTexts.class.getResourceAsStream("/hostile-texts.txt")) {
            return List.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets every page tell what was called on it. */
    static void watch(Person person) {
        person.page().addInitScript(NOTHING_MAY_BE_CALLED);
    }

    /** In these parts of the page nothing has come with a text, and nothing has run. */
    static void expectNothing(Page page, String... parts) {
        for (String part : parts) {
            assertThat((List<?>) page.evaluate(INJECTED, part)).as("elements in %s that came with a text", part).isEmpty();
        }
        assertThat((List<?>) page.evaluate("() => window.ran || []")).as("what texts have run").isEmpty();
    }
}
