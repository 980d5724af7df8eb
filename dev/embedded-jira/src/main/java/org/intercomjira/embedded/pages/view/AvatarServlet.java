package org.intercomjira.embedded.pages.view;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.template.Templates;

/** {@code /secure/useravatar} and {@code /secure/projectavatar}: the first letter on a colour. */
public final class AvatarServlet extends HttpServlet {
    private static final String[] COLOURS = {"#0065ff", "#00875a", "#6554c0", "#de350b", "#ff8b00", "#008da6"};

    private final transient Templates templates;

    public AvatarServlet(Templates templates) {
        this.templates = templates;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String owner = Optional.ofNullable(request.getParameter("ownerId")).filter(name -> !name.isBlank()).orElse("?");
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=3600");
        response.getWriter().write(templates.render("avatar", Map.of(
                "letter", owner.substring(0, 1).toUpperCase(Locale.ROOT),
                "colour", COLOURS[Math.floorMod(owner.hashCode(), COLOURS.length)])).text());
    }
}
