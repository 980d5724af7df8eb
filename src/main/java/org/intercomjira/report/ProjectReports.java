package org.intercomjira.report;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.link.LinkFacts;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.VisibleText;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Makes reports from what is stored. Intercom is not asked. */
@Component
public class ProjectReports {
    /** Each issue is loaded and asked for its permission once, so this bounds the work. */
    static final int MOST_LINKS = 5_000;

    private final LinkedIssueStore links;
    private final IssueManager issues;
    private final UserManager users;
    private final Permissions permissions;
    private final ProjectSettingsService settings;
    private final IntercomEndpoints endpoints;

    public ProjectReports(LinkedIssueStore links, @ComponentImport IssueManager issues,
            @Qualifier("jiraUserManager") @ComponentImport("jiraUserManager") UserManager users, Permissions permissions,
            ProjectSettingsService settings, IntercomEndpoints endpoints) {
        this.links = links;
        this.issues = issues;
        this.users = users;
        this.permissions = permissions;
        this.settings = settings;
        this.endpoints = endpoints;
    }

    /** @param reader sees what the report tells and no more */
    Report of(Project project, ApplicationUser reader) {
        List<LinkFacts> newest = links.newestIn(new ProjectId(project.getId()), MOST_LINKS + 1);
        List<ReportedLink> visible = visible(newest.stream().limit(MOST_LINKS), project, reader);
        return Report.of(project.getKey(), VisibleText.or(project.getName(), project.getKey()), visible, newest.size() > MOST_LINKS, MOST_LINKS);
    }

    /** All links that the report is made of, the newest first. */
    List<ReportedLink> linksOf(Project project, ApplicationUser reader) {
        return visible(links.newestIn(new ProjectId(project.getId()), MOST_LINKS).stream(), project, reader);
    }

    private List<ReportedLink> visible(Stream<LinkFacts> facts, Project project, ApplicationUser reader) {
        Map<IssueId, Optional<Issue>> known = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        boolean tellsMessages = settings.of(new ProjectId(project.getId())).conversationViewEnabled();
        return facts.flatMap(fact -> known.computeIfAbsent(fact.issue(), id -> visible(id, project, reader)).stream()
                .map(issue -> reported(fact, issue, names, tellsMessages))).toList();
    }

    /** The row of a link may name the project that its issue has left. */
    private Optional<Issue> visible(IssueId id, Project project, ApplicationUser reader) {
        return Optional.<Issue>ofNullable(issues.getIssueObject(id.value()))
                .filter(issue -> issue.getProjectObject().getId().equals(project.getId()) && permissions.canBrowse(issue, reader));
    }

    private ReportedLink reported(LinkFacts fact, Issue issue, Map<String, String> names, boolean tellsMessages) {
        return new ReportedLink(issue.getKey(), issue.getSummary(), fact.conversation().value(), tellsMessages ? fact.subject() : fact.publicSubject(),
                fact.state(), VisibleText.or(fact.workspaceName(), fact.workspace().value()),
                endpoints.conversationPage(fact.region(), fact.workspace(), fact.conversation()),
                fact.linkedBy() == null ? null : names.computeIfAbsent(fact.linkedBy(), this::name), fact.linkedAt());
    }

    private String name(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey)).map(ApplicationUser::getDisplayName).filter(VisibleText::isSeen).orElse(userKey);
    }
}
