package org.intercomjira.embedded.jira.render;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands within a line: links, images, mentions, colours and emphasis. Everything else is escaped. */
final class Inline {
    private static final String ADDRESS = "(?:https?|ftp|mailto):(?://)?";
    private static final Pattern TOKEN = Pattern.compile("\\\\\\\\(?=\\s|$)|\\\\([\\[\\]{}*_+^~!|\\\\-])" // 1: escaped sign
            + "|\\{\\{(.{1,2000}?)}}" // 2: monospace
            + "|\\[~([^\\]\\s]+)]" // 3: mention
            + "|\\[\\^([^\\]|\\n]+)]" // 4: attachment
            + "|\\[(?:([^\\]|\\n]{1,2000})\\|)?([^\\]|\\s][^\\]|\\n]{0,2000})(?:\\|[^\\]\\n]{0,200})?]" // 5: text, 6: target
            + "|(?<![\\w!])!([^!\\s|][^!|\\n]{0,255}?)(?:\\|[^!\\n]{0,200})?!(?![\\w!])" // 7: image
            + "|\\{color(?::([#\\w]+))?}" // 8: colour
            + "|(?<![\\w/])(" + ADDRESS + "[^\\s<>\"|\\]}]+[^\\s<>\"|\\]}.,;:!?')])" // 9: address
            + "|(-{2,3})(?=\\s|$)"); // 10: dash
    private static final List<Emphasis> EMPHASES = List.of(new Emphasis("*", "b"), new Emphasis("_", "em"), new Emphasis("-", "del"), new Emphasis("+", "ins"),
            new Emphasis("^", "sup"), new Emphasis("~", "sub"), new Emphasis("??", "cite"));

    private final Targets targets;

    Inline(Targets targets) {
        this.targets = targets;
    }

    private record Emphasis(Pattern pattern, String open, String close) {
        Emphasis(String sign, String element) {
            // As Jira: the sign stands before a word and behind one, and no word goes on outside of it.
            this(Pattern.compile("(?<![\\w" + quoted(sign) + "])" + Pattern.quote(sign) + "(?=\\S)(?!" + Pattern.quote(sign) + ")(.{1,2000}?)(?<=\\S)" + Pattern.quote(sign) + "(?![\\w" + quoted(sign) + "])"),
                    "<" + element + ">", "</" + element + ">");
        }

        private static String quoted(String sign) {
            return "\\" + sign.charAt(0);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(open + found.group(1) + close));
        }
    }

    /** One line or several as HTML. */
    String html(String text) {
        // Finished pieces are put aside under a sign that no text may hold, so that emphasis around them still works and inside them does nothing.
        Finished finished = new Finished();
        String marked = TOKEN.matcher(text.replace(Finished.SIGN, ' ')).replaceAll(found -> Matcher.quoteReplacement(finished.keep(piece(found))));
        String escaped = Markup.escape(marked);
        for (Emphasis emphasis : EMPHASES) {
            escaped = emphasis.apply(escaped);
        }
        return finished.putBack(escaped.replace("\n", "<br/>\n"));
    }

    private String piece(MatchResult found) {
        if (found.group(1) != null) {
            return Markup.escape(found.group(1));
        }
        if (found.group(2) != null) {
            return "<tt>" + Markup.escape(found.group(2)) + "</tt>";
        }
        if (found.group(3) != null) {
            return targets.mention(found.group(3));
        }
        if (found.group(4) != null) {
            return targets.attachment(found.group(4));
        }
        if (found.group(6) != null) {
            return link(found);
        }
        if (found.group(7) != null) {
            return targets.image(found.group(7));
        }
        if (found.group(9) != null) {
            return targets.link(found.group(9), Markup.escape(found.group(9)));
        }
        if (found.group(10) != null) {
            return found.group(10).length() == 2 ? "&#8211;" : "&#8212;";
        }
        return found.group().startsWith("{color") ? colour(found.group(8)) : "<br class=\"atl-forced-newline\" />";
    }

    private String link(MatchResult found) {
        String target = found.group(6).strip();
        String text = found.group(5);
        if (!target.matches("(?s)" + ADDRESS + ".+|[#/].*|www\\..+")) {
            return Markup.escape(found.group());
        }
        return targets.link(target, text == null ? Markup.escape(target) : new Inline(targets).html(text));
    }

    private static String colour(String name) {
        return name == null ? "</font>" : "<font color=\"" + Markup.escape(name) + "\">";
    }
}
