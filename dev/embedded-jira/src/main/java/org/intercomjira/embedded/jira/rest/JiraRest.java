package org.intercomjira.embedded.jira.rest;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.Map;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.jira.property.Properties;

/** Puts the REST paths together. */
public final class JiraRest {
    private final Domain jira;
    private final Shapes shapes;
    private final Guard guard;

    public JiraRest(Domain jira, URI baseUrl) {
        this.jira = jira;
        this.shapes = new Shapes(baseUrl);
        this.guard = new Guard(jira);
    }

    /** The servlets by URL pattern below the context path. */
    public Map<String, HttpServlet> servlets() {
        return Map.of("/rest/api/2/*", servlet(api()), "/rest/api/latest/*", servlet(api()), "/rest/pat/latest/*", servlet(tokens()), "/rest/pat/1.0/*", servlet(tokens()),
                "/rest/stand-in/1.0/*", servlet(standIn()));
    }

    private HttpServlet servlet(Router router) {
        return new RestServlet(router, jira.currentUser());
    }

    private Router standIn() {
        Router router = new Router();
        new StandInResource(jira, guard).addTo(router);
        return router;
    }

    private Router tokens() {
        Router router = new Router();
        new TokenResource(jira.tokens()).addTo(router);
        return router;
    }

    private Router api() {
        Router router = new Router();
        Workflow workflow = new Workflow();
        IssueShapes issueShapes = new IssueShapes(shapes, jira.comments(), jira.roles(), jira.history(), jira.accounts(), jira.constants(), jira.renderer(), jira.customFields());
        new IssueResource(jira, guard, shapes, issueShapes, workflow).addTo(router);
        new TransitionResource(jira, guard, issueShapes, workflow).addTo(router);
        CommentResource comments = new CommentResource(jira, guard, issueShapes);
        comments.addTo(router);
        comments.properties(shapes).addTo(router, "/comment/{comment}");
        new ProjectResource(jira, guard, shapes).addTo(router);
        new RoleResource(jira, guard, shapes).addTo(router);
        new SiteResource(jira, guard, shapes).addTo(router);
        new FieldResource(jira.customFields(), guard).addTo(router);
        new PeopleResource(jira.accounts(), guard, shapes).addTo(router);
        new SearchResource(jira.search(), issueShapes).addTo(router);
        issueProperties().addTo(router, "/issue/{issue}");
        projectProperties().addTo(router, "/project/{project}");
        return router;
    }

    private PropertyResource issueProperties() {
        return new PropertyResource(jira.properties(), shapes, Properties.OF_ISSUES, call -> guard.visibleIssue(call).id(), call -> guard.editableIssue(call).id());
    }

    private PropertyResource projectProperties() {
        return new PropertyResource(jira.properties(), shapes, Properties.OF_PROJECTS, call -> guard.visibleProject(call).id(), call -> guard.administeredProject(call).id());
    }
}
