package org.intercomjira.platform;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A link to an issue whose fragment names what a text is about. The fragment changes nothing in Jira, so our own texts can be found
 * again by it.
 *
 * @param folder the address before the issue's key: the base URL and {@code /browse/}
 */
public record IssueLink(String folder, String key, String fragment) {
    /** With bounds, so that a text of many beginnings does not cost their number times its length. */
    private static final Pattern LINK = Pattern.compile(
        "(https?://[^\\s\"'<>?#]{1,500}/browse/)([^\\s\"'<>/?#]{1,255})(?:\\?[^\\s\"'<>#]{0,500})?#([\\w-]{1,100})");

    /**
     * The first link of this form: a text of ours begins with it, and people write what they like after it. The HTML is parsed, because
     * whoever keeps it may write it differently: with other attributes, quotes and entities, or as text without links.
     *
     * @param html may be null
     */
    public static Optional<IssueLink> firstIn(String html) {
        if (html == null) {
            return Optional.empty();
        }
        Document text = Jsoup.parseBodyFragment(html);
        return text.select("a[href]").stream().map(link -> LINK.matcher(link.attr("href").strip())).filter(Matcher::matches).map(IssueLink::of).findFirst()
            .or(() -> Optional.of(LINK.matcher(text.text())).filter(Matcher::find).map(IssueLink::of));
    }

    private static IssueLink of(Matcher found) {
        return new IssueLink(found.group(1), found.group(2), found.group(3));
    }

    /**
     * Whether it was written about this issue, by this name. Under the present base URL the key does not matter, since the issue may have
     * been moved. Under another base URL it must be the present key: this Jira may have had that base URL before, but another Jira may
     * write to the same conversation, and count its own changes and comments.
     *
     * @param issue the issue's present address
     */
    public boolean names(URI issue, String wantedFragment) {
        String address = issue.toString();
        int keyAt = address.lastIndexOf('/') + 1;
        return fragment.equals(wantedFragment) && (folder.equals(address.substring(0, keyAt)) || key.equals(address.substring(keyAt)));
    }
}
