package org.intercomjira.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML that Intercom keeps of a message: wrappers and unknown elements are stripped, loose text is put into paragraphs,
 * and each block stands on a line of its own, as in the published examples.
 */
public final class MessageHtml {

    private static final Safelist KEPT = new Safelist()
            .addTags("p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li", "h1", "h2", "pre", "code", "img")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "http", "https");

    private MessageHtml() {}

    /** Takes plain text or HTML; returns HTML that is safe to show, empty when nothing is left. */
    public static String clean(String body) {
        // In plain text a line break is meant; between elements it is layout.
        String html = body.contains("<") ? body : body.strip().replace("\n", "<br>");
        Document document = new Cleaner(KEPT).clean(Jsoup.parseBodyFragment(html));
        document.outputSettings().prettyPrint(false);
        List<String> blocks = new ArrayList<>();
        Element paragraph = new Element("p");
        for (Node node : List.copyOf(document.body().childNodes())) {
            if (isBlock(node)) {
                paragraph = finish(paragraph, blocks);
                blocks.add(outer(node));
            } else {
                paragraph.appendChild(node);
            }
        }
        finish(paragraph, blocks);
        return String.join("\n", blocks);
    }

    private static Element finish(Element paragraph, List<String> blocks) {
        String inner = paragraph.childNodes().stream().map(MessageHtml::outer).collect(Collectors.joining()).strip();
        if (!inner.isEmpty()) {
            blocks.add("<p>" + inner + "</p>");
        }
        return new Element("p");
    }

    private static String outer(Node node) {
        if (node instanceof Element element && (element.nameIs("ul") || element.nameIs("ol"))) {
            String items = element.children().stream().map(Element::outerHtml).map(String::strip).collect(Collectors.joining("\n"));
            return "<" + element.tagName() + ">\n" + items + "\n</" + element.tagName() + ">";
        }
        return node.outerHtml();
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element element && element.is("p, ul, ol, h1, h2, pre");
    }
}
