package org.intercomjira.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.platform.VisibleText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Reduces what Jira's renderer makes of a comment to the HTML that Intercom keeps in notes: p, br, b, i, a, ul, ol, li. What has no
 * element of its own there is made readable: headings become bold lines, rows of tables lines with bars, code lines with breaks, images
 * and attachments links. All links lead to http or https, and none is relative.
 */
final class HtmlReduction {
    /** Nothing outside this list is ever sent, whatever the steps before it have left. */
    private static final Safelist KEPT = new Safelist().addTags("p", "br", "b", "i", "a", "ul", "ol", "li")
            .addAttributes("a", "href").addProtocols("a", "href", "http", "https");
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "li", "table", "pre", "blockquote", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd");
    private static final int DEEPEST = 64;
    /** As many levels of quotes are told apart. */
    private static final int MOST_QUOTE_SIGNS = 5;
    private static final String NO_BREAK_SPACE = "\u00a0";

    private final URI jira;

    /** @param jira the base URL, without a slash at its end */
    HtmlReduction(URI jira) {
        this.jira = jira;
    }

    /** @param rest where the whole text can be read, should it have to be cut, and the words that lead there */
    String reduce(String rendered, int longest, Rest rest) {
        Document document = parsed(rendered);
        document.outputSettings().prettyPrint(false);
        simplify(document.body());
        Document clean = new Cleaner(KEPT).clean(document);
        clean.outputSettings().prettyPrint(false);
        TextLimit.apply(clean.body(), longest, rest);
        clean.body().select("p, li, b, i, a").stream().filter(HtmlReduction::isEmpty).forEach(Node::remove);
        return clean.body().html().strip();
    }

    /** What lies deeper than {@link #DEEPEST} comes to lie beside what it lay in: each level costs time with every step, and nobody sees them. */
    private Document parsed(String rendered) {
        Document document = Document.createShell(jira + "/");
        Parser.htmlParser().setMaxDepth(DEEPEST).parseFragmentInput(rendered, document.body(), jira + "/").forEach(document.body()::appendChild);
        return document;
    }

    /** Where the rest of a text is, and how the link to it reads. */
    record Rest(URI address, String words) {
    }

    private static boolean isEmpty(Element element) {
        boolean isText = element.nameIs("b") || element.nameIs("i");
        return (isText ? element.text().isBlank() : !VisibleText.isSeen(element.text())) && element.select("br").isEmpty() || element.childNodeSize() == 0;
    }

    private static void simplify(Element body) {
        body.select("script, style, head, title, template, iframe, object, embed, svg, math, noscript").remove();
        List<Element> elements = new ArrayList<>(body.select("*"));
        // Innermost first: what lies in a cell or in code is simple when it is the turn of the cell.
        for (int at = elements.size() - 1; at > 0; at--) {
            simplifyOne(elements.get(at));
        }
        textNodes(body).forEach(text -> text.text(Characters.clean(text.getWholeText())));
    }

    private static void simplifyOne(Element element) {
        switch (element.normalName()) {
            case "strong", "th" -> rename(element, element.nameIs("th") ? "th" : "b");
            case "em", "cite", "dfn", "var" -> element.tagName("i");
            case "h1", "h2", "h3", "h4", "h5", "h6", "dt" -> heading(element);
            case "pre", "textarea" -> code(element);
            case "table" -> table(element);
            case "blockquote" -> quote(element);
            case "img" -> image(element);
            case "a" -> link(element);
            case "hr" -> element.replaceWith(new Element("p").text("\u2014"));
            case "div", "dd", "section", "article", "center", "form", "fieldset" -> block(element);
            default -> { }
        }
    }

    private static void rename(Element element, String name) {
        element.tagName(name);
    }

    private static void heading(Element element) {
        Element bold = new Element("b");
        List.copyOf(element.childNodes()).forEach(bold::appendChild);
        element.tagName("p").empty().appendChild(bold);
    }

    /** Lines stay lines, and their indentation stays. */
    private static void code(Element element) {
        List<String> lines = element.wholeText().strip().isEmpty() ? List.of() : element.wholeText().replaceAll("^\\R|\\R\\s*$", "").lines().toList();
        Element paragraph = new Element("p");
        for (String line : lines) {
            if (paragraph.childNodeSize() > 0) {
                paragraph.appendElement("br");
            }
            String text = line.replace("\t", "    ");
            int indentation = text.length() - text.stripLeading().length();
            paragraph.appendChild(new TextNode(NO_BREAK_SPACE.repeat(indentation) + text.stripLeading()));
        }
        element.replaceWith(paragraph);
    }

    private static void table(Element table) {
        Element paragraph = new Element("p");
        for (Element row : table.select("tr")) {
            if (paragraph.childNodeSize() > 0) {
                paragraph.appendElement("br");
            }
            boolean first = true;
            for (Element cell : row.children().stream().filter(each -> each.nameIs("td") || each.nameIs("th")).toList()) {
                if (!first) {
                    paragraph.appendText(" | ");
                }
                first = false;
                cell(cell, paragraph);
            }
        }
        table.replaceWith(paragraph);
    }

    private static void cell(Element cell, Element line) {
        cell.select("p, li").forEach(block -> block.appendText(" "));
        cell.select("p, ul, ol, li, br").forEach(Element::unwrap);
        Element into = cell.nameIs("th") && !cell.text().isBlank() ? line.appendElement("b") : line;
        List.copyOf(cell.childNodes()).forEach(into::appendChild);
    }

    private static void quote(Element quote) {
        if (quote.parents().stream().filter(each -> each.nameIs("blockquote")).count() >= MOST_QUOTE_SIGNS) {
            block(quote);
            return;
        }
        List<Element> blocks = quote.children().stream().filter(child -> child.nameIs("p")).toList();
        if (blocks.isEmpty()) {
            quote.prependText("> ");
            block(quote);
        } else {
            blocks.forEach(paragraph -> paragraph.prependText("> "));
            quote.unwrap();
        }
    }

    /** Icons are told by their names; pictures become links to themselves. */
    private static void image(Element image) {
        String alternative = image.attr("alt").strip();
        String address = image.absUrl("src");
        if (image.hasClass("emoticon") || !isWeb(address)) {
            image.replaceWith(new TextNode(alternative.isEmpty() ? "" : alternative));
            return;
        }
        String name = VisibleText.or(alternative, lastStep(address));
        if (image.closest("a") != null) {
            image.replaceWith(new TextNode(name));
        } else {
            image.replaceWith(new Element("a").attr("href", address).text(name));
        }
    }

    /** People are told by name: their pages in Jira are of no use to those who have no account there. */
    private static void link(Element link) {
        String address = link.absUrl("href");
        boolean isPerson = link.hasClass("user-hover") || address.contains("/ViewProfile.jspa");
        if (isPerson || !isWeb(address)) {
            link.unwrap();
        } else {
            link.attr("href", address);
            if (!link.wholeText().isBlank() && !VisibleText.isSeen(link.wholeText())) {
                link.text(VisibleText.or(lastStep(address), address));
            }
        }
    }

    private static void block(Element element) {
        if (element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()))) {
            element.unwrap();
        } else {
            element.tagName("p");
        }
    }

    private static boolean isWeb(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    private static String lastStep(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static List<TextNode> textNodes(Element body) {
        return body.nodeStream(TextNode.class).collect(Collectors.toList());
    }
}
