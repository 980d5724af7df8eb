package org.intercomjira.notification;

import java.util.List;
import org.intercomjira.notification.HtmlReduction.Rest;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Cuts a text at the end of a word, and says where the rest is. */
final class TextLimit {
    /** A word may be longer than this: then it is cut in its midst. */
    private static final int LONGEST_WORD = 100;

    private TextLimit() {
    }

    static void apply(Element body, int longest, Rest rest) {
        int left = longest;
        for (TextNode text : HtmlReduction.textNodes(body)) {
            String whole = text.getWholeText();
            int length = whole.codePointCount(0, whole.length());
            if (length > left) {
                text.text(beginning(whole, left));
                removeAfter(text, body);
                body.appendElement("p").appendText("\u2026 ").appendElement("a").attr("href", rest.address().toString()).text(rest.words());
                return;
            }
            left -= length;
        }
    }

    private static String beginning(String text, int characters) {
        int end = text.offsetByCodePoints(0, characters);
        for (int at = end; at > Math.max(0, end - LONGEST_WORD); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return text.substring(0, at);
            }
        }
        return text.substring(0, end);
    }

    /** Parents are filled anew: jsoup numbers all siblings again whenever one is removed. */
    private static void removeAfter(Node last, Element body) {
        for (Node place = last; place != body; place = place.parent()) {
            Element parent = (Element) place.parent();
            List<Node> kept = List.copyOf(parent.childNodes().subList(0, place.siblingIndex() + 1));
            parent.empty();
            kept.forEach(parent::appendChild);
        }
    }
}
