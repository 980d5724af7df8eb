package org.intercomjira.embedded.jira.render;

import com.atlassian.jira.issue.RendererManager;
import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jira's RendererManager: the wiki renderer, and for every other type paragraphs of plain text. */
public final class WikiRenderer implements RendererManager {
    public static final String TYPE = "atlassian-wiki-renderer";
    /** What is not looked into for other markup; it may go over several lines. */
    private static final Pattern MACRO = Pattern.compile("\\{(code|noformat)(?::([^}\\n]*))?}(.*?)\\{\\1}|\\{quote}(.*?)\\{quote}|\\{panel(?::[^}\\n]*)?}(.*?)\\{panel}", Pattern.DOTALL);

    private final String contextPath;
    private final Function<String, ApplicationUser> users;

    /** @param users finds people by name; null for nobody */
    public WikiRenderer(String contextPath, Function<String, ApplicationUser> users) {
        this.contextPath = contextPath;
        this.users = users;
    }

    @Override
    public String getRenderedContent(String rendererType, String value, IssueRenderContext context) {
        if (value == null) {
            return "";
        }
        String text = value.replace("\r\n", "\n").replace('\r', '\n');
        if (!TYPE.equals(rendererType)) {
            return Markup.escape(text).replace("\n", "<br/>\n");
        }
        return wiki(text.replace(Finished.SIGN, ' '), new Targets(contextPath, users, context == null ? null : context.getIssue()));
    }

    private String wiki(String text, Targets targets) {
        Finished finished = new Finished();
        String marked = MACRO.matcher(text).replaceAll(found -> Matcher.quoteReplacement("\n" + finished.keep(macro(found, targets)) + "\n"));
        return finished.putBack(new Blocks(new Inline(targets)).html(marked));
    }

    private String macro(MatchResult found, Targets targets) {
        if (found.group(4) != null) {
            return "<blockquote>" + wiki(found.group(4), targets) + "</blockquote>";
        }
        if (found.group(5) != null) {
            return "<div class=\"panel\" style=\"border-width: 1px;\"><div class=\"panelContent\">\n" + wiki(found.group(5), targets) + "\n</div></div>";
        }
        String body = Markup.escape(found.group(3).replaceFirst("^\n", ""));
        if (found.group(1).equals("noformat")) {
            return "<div class=\"preformatted panel\" style=\"border-width: 1px;\"><div class=\"preformattedContent panelContent\">\n<pre>" + body + "</pre>\n</div></div>";
        }
        return "<div class=\"code panel\" style=\"border-width: 1px;\"><div class=\"codeContent panelContent\">\n<pre class=\"code-" + language(found.group(2)) + "\">" + body + "</pre>\n</div></div>";
    }

    private static String language(String parameters) {
        String first = parameters == null ? "" : parameters.split("\\|")[0];
        return first.matches("[a-z0-9+#]+") ? Markup.escape(first) : "java";
    }
}
