package org.intercomjira.embedded.spi;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;

/** Jira's pages and the guards before them. */
public interface WebSide {
    /** Stands before everything below the context path: finds out who calls. */
    Filter securityFilter();

    /** Jira's own pages and files by URL pattern below the context path. */
    Map<String, HttpServlet> servlets();

    PageDecorator decorator();

    /** Services that plugins may import and that belong to the web: web sudo, login address. */
    Map<Class<?>, Object> services();
}
