package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.pages.template.Html;

/** Writes whole documents: Jira's header around a page's content, and the scripts and styles that it needs. */
public final class Chrome {
    private final Surroundings around;

    public Chrome(Surroundings around) {
        this.around = around;
    }

    public void write(Visit visit, Page page) throws IOException {
        visit.response().setContentType("text/html;charset=UTF-8");
        visit.response().setHeader("Cache-Control", "no-cache, no-store, must-revalidate");
        // The token may add a cookie, so the document is made before the first byte is written.
        String document = document(visit, page).text();
        visit.response().getWriter().write(document);
    }

    private Html document(Visit visit, Page page) {
        Map<String, Object> values = new HashMap<>(header(visit));
        values.put("title", page.title());
        values.put("head", page.head());
        values.put("content", page.content());
        values.put("bodyClass", page.bodyClass());
        values.put("metas", metas(visit, page));
        values.put("scripts", page.scripts().stream().map(name -> Map.of("script", name)).toList());
        // Asked last: only now is it known what panels and servlets have required during this request.
        values.put("resources", new Html(around.modules().resourceTags(page.contexts())));
        return around.templates().render("document", values);
    }

    private Map<String, Object> header(Visit visit) {
        ApplicationUser user = visit.user();
        Map<String, Object> values = new HashMap<>();
        values.put("contextPath", visit.contextPath());
        values.put("token", around.xsrf().token(visit.request(), visit.response()));
        values.put("node", around.settings().nodeId());
        values.put("administersJira", around.rules().administersJira(user));
        values.put("secureSession", around.administrators().isActive(visit.request()));
        values.put("returnTo", URLEncoder.encode(visit.address(), StandardCharsets.UTF_8));
        if (user != null) {
            values.put("user", user.getUsername());
            values.put("userName", user.getDisplayName());
        }
        return values;
    }

    private List<Map<String, String>> metas(Visit visit, Page page) {
        Map<String, String> metas = new LinkedHashMap<>();
        metas.put("context-path", visit.contextPath());
        metas.put("base-url", around.settings().baseUrl().toString());
        metas.put("remote-user", visit.isAnonymous() ? "" : visit.user().getUsername());
        metas.put("remote-user-fullname", visit.isAnonymous() ? "" : visit.user().getDisplayName());
        metas.putAll(page.metas());
        return metas.entrySet().stream().map(meta -> Map.of("name", meta.getKey(), "value", meta.getValue())).toList();
    }
}
