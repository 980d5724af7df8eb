package org.intercomjira.simulator.world;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A message as {@code display_as=plaintext} shows it: blocks on lines of their own, links as "label (address)". */
public final class PlainText {

    private PlainText() {}

    public static String of(String html) {
        StringBuilder text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words && !words.isBlank()) {
                    text.append(words.text());
                } else if (node instanceof Element element && element.nameIs("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.nameIs("a")) {
                    text.append(" (").append(element.attr("href")).append(')');
                } else if (node instanceof Element element && element.isBlock()) {
                    text.append('\n');
                }
            }
        });
        return text.toString().replaceAll("\n{2,}", "\n").strip();
    }
}
