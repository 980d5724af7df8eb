package org.intercomjira.embedded.pages;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;
import org.intercomjira.embedded.spi.PageDecorator;
import org.intercomjira.embedded.spi.PluginModules;
import org.intercomjira.embedded.spi.WebSide;

/** Jira's pages and their guards, wired. */
public final class JiraPages implements WebSide {
    public JiraPages(JiraSide jira, PluginModules modules, JiraSettings settings) {
    }

    @Override
    public Filter securityFilter() {
        return (request, response, chain) -> chain.doFilter(request, response);
    }

    @Override
    public Map<String, HttpServlet> servlets() {
        return Map.of();
    }

    @Override
    public PageDecorator decorator() {
        return (request, response, html) -> response.getWriter().write(html);
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of();
    }
}
