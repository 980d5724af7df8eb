package org.intercomjira.embedded.host.sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a page, or plain text when asked to. */
public class GreetingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Greeting greeting;

    public GreetingServlet(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPlain = "plain".equals(request.getParameter("as"));
        response.setContentType(isPlain ? "text/plain" : "text/html;charset=UTF-8");
        response.getWriter().write(isPlain ? request.getServletPath() + " " + request.getPathInfo()
                : "<html><head><title>Sample</title><meta name=\"decorator\" content=\"atl.general\"></head><body><p id=\"sample\">" + greeting.of("Jördis") + "</p></body></html>");
    }
}
