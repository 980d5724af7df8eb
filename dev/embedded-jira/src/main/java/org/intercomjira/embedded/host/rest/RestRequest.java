package org.intercomjira.embedded.host.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** The request as a REST module sees it: {@code /rest/path/version} is the servlet path. */
final class RestRequest extends HttpServletRequestWrapper {
    private final String base;

    RestRequest(HttpServletRequest request, String base) {
        super(request);
        this.base = base;
    }

    @Override
    public String getServletPath() {
        return super.getServletPath() + base;
    }

    @Override
    public String getPathInfo() {
        return super.getPathInfo().substring(base.length());
    }
}
