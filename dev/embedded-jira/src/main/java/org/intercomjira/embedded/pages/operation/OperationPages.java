package org.intercomjira.embedded.pages.operation;

import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Surroundings;

/** The pages of operations by their addresses. Jira shows a form at {@code !default} and takes it at the plain address. */
public final class OperationPages {
    private OperationPages() {
    }

    public static Map<String, HttpServlet> servlets(Surroundings around) {
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        form(servlets, "/secure/MoveIssue", new MoveIssuePage(around));
        form(servlets, "/secure/CloneIssueDetails", new CloneIssuePage(around));
        BulkChangePage bulk = new BulkChangePage(around);
        servlets.put("/secure/views/bulkedit/BulkEdit1!default.jspa", bulk);
        servlets.put("/secure/views/bulkedit/BulkEditPerform.jspa", bulk);
        return servlets;
    }

    private static void form(Map<String, HttpServlet> servlets, String action, HttpServlet page) {
        servlets.put(action + "!default.jspa", page);
        servlets.put(action + ".jspa", page);
    }
}
