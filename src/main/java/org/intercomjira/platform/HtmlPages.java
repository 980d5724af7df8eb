package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the plugin's pages from templates. Templates get texts and plain values only; the renderer escapes what they show. */
@Component
public class HtmlPages {
    private static final String PLUGIN_KEY = "org.intercomjira.intercom-for-jira";

    private final TemplateRenderer renderer;
    private final PageBuilderService resources;
    private final I18nResolver i18n;
    private final LoginUriProvider login;

    public HtmlPages(@ComponentImport TemplateRenderer renderer, @ComponentImport PageBuilderService resources,
            @ComponentImport I18nResolver i18n, @ComponentImport LoginUriProvider login) {
        this.renderer = renderer;
        this.resources = resources;
        this.i18n = i18n;
        this.login = login;
    }

    /** Does the work; a refusal sends people who are not logged in to the login page and shows others a page that says no more than the REST would. */
    public void guarding(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (ApiException e) {
            if (e.status() == 401) {
                response.sendRedirect(login.getLoginUri(address(request)).toString());
            } else {
                refuse(response, e);
            }
        }
    }

    /** A page with nothing but the refusal on it. */
    public void refuse(HttpServletResponse response, ApiException refusal) throws IOException {
        response.setStatus(refusal.status());
        write(response, "templates/platform/refusal.vm", Map.of("title", i18n.getText("intercom.platform.refusal.title"),
                "message", i18n.getText(refusal.textKey(), refusal.arguments())));
    }

    /**
     * @param resource the key of the web-resource with the page's script and style
     * @param prefix   of the i18n keys of the names, with a dot at its end
     * @param names    the template finds their texts as {@code $texts.<name>}
     */
    public void render(HttpServletResponse response, String template, String resource, String prefix, Iterable<String> names,
            Map<String, Object> values) throws IOException {
        resources.assembler().resources().requireWebResource(PLUGIN_KEY + ":" + resource);
        Map<String, String> texts = new HashMap<>();
        names.forEach(name -> texts.put(name, i18n.getText(prefix + name)));
        Map<String, Object> context = new HashMap<>(values);
        context.put("texts", texts);
        write(response, template, context);
    }

    private void write(HttpServletResponse response, String template, Map<String, Object> context) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        renderer.render(template, context, response.getWriter());
    }

    private static URI address(HttpServletRequest request) {
        String query = request.getQueryString();
        return URI.create(request.getRequestURL() + (query == null ? "" : "?" + query));
    }

    /** What a servlet does for those who may. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }
}
