package org.intercomjira.embedded.host.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A place for a servlet that can only be made when the server already runs. */
public final class LateServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private transient volatile HttpServlet servlet;

    public void become(HttpServlet made) {
        servlet = made;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (servlet == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            servlet.service(request, response);
        }
    }
}
