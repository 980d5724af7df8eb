package org.intercomjira.embedded.jira.render;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.user.ApplicationUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** What links, mentions and images of a text lead to. The issue may be null: then there are no attachments. */
record Targets(String contextPath, Function<String, ApplicationUser> users, Issue issue) {
    /** A link to another site is marked, as in Jira; {@code html} is what one clicks on. */
    String link(String target, String html) {
        String address = target.startsWith("www.") ? "http://" + target : target;
        if (target.startsWith("#")) {
            return "<a href=\"" + Markup.escape(address) + "\">" + html + "</a>";
        }
        String own = target.startsWith("/") ? contextPath + address : address;
        return "<a href=\"" + Markup.escape(own) + "\" class=\"external-link\" target=\"_blank\" rel=\"nofollow noopener\">" + html + "</a>";
    }

    /** Jira leads to the profile; a name that nobody has stays a link with that name. */
    String mention(String name) {
        ApplicationUser user = users.apply(name);
        String escaped = Markup.escape(name);
        return "<a href=\"" + contextPath + "/secure/ViewProfile.jspa?name=" + encoded(name) + "\" class=\"user-hover\" rel=\"" + escaped + "\">"
                + (user == null ? escaped : Markup.escape(user.getDisplayName())) + "</a>";
    }

    String attachment(String name) {
        return file(name).map(file -> "<a href=\"" + address(file) + "\" title=\"" + Markup.escape(name) + " attached to " + issue.getKey() + "\">" + Markup.escape(name) + "</a>")
                .orElse("<span class=\"nobr\">" + Markup.escape(name) + "</span>");
    }

    String image(String name) {
        if (name.matches("https?://.+")) {
            return "<span class=\"image-wrap\" style=\"\"><img src=\"" + Markup.escape(name) + "\" style=\"border: 0px solid black\" /></span>";
        }
        return file(name).map(file -> "<span class=\"image-wrap\" style=\"\"><img src=\"" + address(file) + "\" alt=\"" + Markup.escape(name) + "\" style=\"border: 0px solid black\" /></span>")
                .orElse(Markup.escape("!" + name + "!"));
    }

    private Optional<Attachment> file(String name) {
        return issue == null ? Optional.empty() : issue.getAttachments().stream().filter(file -> file.getFilename().equals(name)).reduce((one, later) -> later);
    }

    private String address(Attachment file) {
        return contextPath + "/secure/attachment/" + file.getId() + "/" + file.getId() + "_" + encoded(file.getFilename());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
