package org.intercomjira.administration;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;

/** Administration > Manage apps > Intercom integration. Needs a secure administrator session. */
public class AdminServlet extends HttpServlet {
    private final transient Permissions permissions;
    private final transient WebSudoManager webSudo;
    private final transient HtmlPages pages;
    private final transient AdminPage page;

    public AdminServlet(Permissions permissions, @ComponentImport WebSudoManager webSudo, HtmlPages pages, AdminPage page) {
        this.permissions = permissions;
        this.webSudo = webSudo;
        this.pages = pages;
        this.page = page;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.guarding(request, response, () -> {
            permissions.requireJiraAdministrator();
            try {
                webSudo.willExecuteWebSudoRequest(request);
            } catch (WebSudoSessionException e) {
                webSudo.enforceWebSudoProtection(request, response);
                return;
            }
            pages.render(response, "templates/administration/admin.vm", "admin-page", "intercom.administration.page.", AdminPage.TEXTS, page.values());
        });
    }
}
