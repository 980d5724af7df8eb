package org.intercomjira.embedded.pages.chrome;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.template.Html;

/** A page of Jira's own. A form that comes back without the right token is refused before the page sees it. */
public abstract class JiraPage extends HttpServlet {
    protected final transient Surroundings around;
    protected final transient Chrome chrome;

    protected JiraPage(Surroundings around) {
        this.around = around;
        this.chrome = new Chrome(around);
    }

    protected abstract void show(Visit visit) throws IOException;

    /** What a submitted form does; pages without a form leave it. */
    protected void submit(Visit visit) throws IOException {
        visit.response().sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(visit(request, response));
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = visit(request, response);
        if (isGuarded() && !around.xsrf().isValid(request)) {
            message(visit, HttpServletResponse.SC_FORBIDDEN, "XSRF Security Token Missing",
                    "Jira could not complete this action due to a missing form token. You may have cleared your browser cookies. Go back and try again.");
        } else {
            submit(visit);
        }
    }

    /** Only the login page is not: who is not logged in has nothing that a foreign form could misuse. */
    protected boolean isGuarded() {
        return true;
    }

    protected final Html render(String template, Visit visit, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("contextPath", visit.contextPath());
        all.put("token", around.xsrf().token(visit.request(), visit.response()));
        return around.templates().render(template, all);
    }

    protected final void message(Visit visit, int status, String title, String text) throws IOException {
        visit.response().setStatus(status);
        Html content = render("message", visit, Map.of("title", title, "text", text));
        chrome.write(visit, Page.titled(title).content(content).context("atl.general"));
    }

    /** Anonymous people may see more once they have logged in; the others are told that there is nothing for them. */
    protected final void notVisible(Visit visit, String what) throws IOException {
        if (visit.isAnonymous()) {
            logIn(visit);
        } else {
            message(visit, HttpServletResponse.SC_NOT_FOUND, "You can't view this " + what,
                    "It may have been deleted or you don't have permission to view it right now.");
        }
    }

    protected final void forbidden(Visit visit) throws IOException {
        if (visit.isAnonymous()) {
            logIn(visit);
        } else {
            message(visit, HttpServletResponse.SC_FORBIDDEN, "Permission Violation",
                    "You do not have the permission to see this page. Log in as somebody who has, or ask a Jira administrator.");
        }
    }

    protected final void logIn(Visit visit) throws IOException {
        visit.response().sendRedirect(around.login().getLoginUri(URI.create(visit.address())).toString());
    }

    private Visit visit(HttpServletRequest request, HttpServletResponse response) {
        return new Visit(request, response, around.rules().currentUser());
    }
}
