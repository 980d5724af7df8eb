package org.intercomjira.platform;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes out of HTML whatever could act, disguise or load something: what stays is text with emphasis, lists, quotes, code and links.
 * Pictures go too: their addresses would tell whoever wrote them who reads them; a link in their place keeps them within reach.
 * A link of which nothing could be seen shows where it leads.
 */
public final class SafeHtml {
    private static final Safelist KEPT = new Safelist()
        .addTags("p", "br", "b", "strong", "i", "em", "u", "s", "del", "a", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6",
            "pre", "code", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td", "div", "span")
        .addAttributes("a", "href")
        .addProtocols("a", "href", "http", "https", "mailto");

    private SafeHtml() {
    }

    /** @param html may be null: then there is nothing */
    public static String clean(String html) {
        if (html == null || html.isBlank()) {
            return "";
        }
        Document dirty = Jsoup.parseBodyFragment(html);
        dirty.select("img[src]").forEach(picture -> {
            picture.after(new Element("a").attr("href", picture.attr("src")).text(VisibleText.or(picture.attr("alt"), picture.attr("src"))));
            picture.remove();
        });
        Document clean = new Cleaner(KEPT).clean(dirty);
        clean.select("a[href]").stream().filter(link -> !VisibleText.isSeen(link.text())).forEach(link -> link.text(link.attr("href")));
        clean.outputSettings().prettyPrint(false);
        return clean.body().html();
    }
}
