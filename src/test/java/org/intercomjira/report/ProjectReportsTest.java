package org.intercomjira.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.message.I18nResolver;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.LinkFacts;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectReportsTest {
    private static final ProjectId DEMO = new ProjectId(10_000);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final LinkedIssueStore links = mock(LinkedIssueStore.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final UserManager users = mock(UserManager.class);
    private final Permissions permissions = mock(Permissions.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final IntercomEndpoints endpoints = mock(IntercomEndpoints.class);
    private final ApplicationUser reader = mock(ApplicationUser.class);
    private final Project demo = project(DEMO.value());
    private final ProjectReports reports = new ProjectReports(links, issues, users, permissions, settings, endpoints);

    @BeforeEach
    void prepare() {
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS);
        when(endpoints.conversationPage(any(), any(), any())).thenAnswer(call -> URI.create("https://app.intercom.com/" + call.<ConversationId>getArgument(2).value()));
        issue(1, demo, true);
        issue(2, demo, false);
        issue(3, project(999), true);
    }

    @Test
    void onlyIssuesOfTheProjectThatTheReaderMayBrowseAreTold() {
        stored(fact(1, "11"), fact(2, "12"), fact(3, "13"), fact(4, "14"));

        Report report = reports.of(demo, reader);

        assertThat(report.newest()).extracting(ReportedLink::issueKey).containsExactly("DEMO-1");
        assertThat(report.links()).isOne();
        assertThat(reports.linksOf(demo, reader)).extracting(ReportedLink::conversationId).containsExactly("11");
    }

    @Test
    void anIssueIsLoadedOnceHoweverManyLinksItHas() {
        stored(fact(1, "11"), fact(1, "12"), fact(1, "13"));

        assertThat(reports.of(demo, reader).links()).isEqualTo(3);
        verify(issues, times(1)).getIssueObject(1L);
    }

    @Test
    void aLongListIsCutAndSaysSo() {
        when(links.newestIn(eq(DEMO), eq(5_001))).thenReturn(Collections.nCopies(5_001, fact(1, "11")));

        Report report = reports.of(demo, reader);

        assertThat(report.truncated()).isTrue();
        assertThat(report.links()).isEqualTo(5_000);
    }

    @Test
    void whereConversationsAreNotShownSubjectsMadeOfTheirWordsAreNotEither() {
        stored(fact(1, "11"));
        assertThat(reports.linksOf(demo, reader)).extracting(ReportedLink::title).containsExactly("Hi, my total is wrong");

        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS.with(Switch.CONVERSATION_VIEW, false));
        assertThat(reports.linksOf(demo, reader)).extracting(ReportedLink::title).containsOnlyNulls();
    }

    @Test
    void peopleAreToldByNameAndThoseWhoAreGoneByKey() {
        ApplicationUser ada = mock(ApplicationUser.class);
        when(ada.getDisplayName()).thenReturn("Ada");
        when(users.getUserByKey("JIRAUSER1")).thenReturn(ada);
        stored(fact(1, "11"));
        assertThat(reports.linksOf(demo, reader)).extracting(ReportedLink::linkedBy).containsExactly("Ada");

        when(users.getUserByKey("JIRAUSER1")).thenReturn(null);
        assertThat(reports.linksOf(demo, reader)).extracting(ReportedLink::linkedBy).containsExactly("JIRAUSER1");
    }

    @Test
    void theFileHasOneRowALinkUnderAHeading() {
        stored(fact(1, "11"));
        I18nResolver texts = mock(I18nResolver.class);
        when(texts.getText(anyString())).thenAnswer(call -> call.<String>getArgument(0).replaceAll(".*\\.", ""));

        assertThat(new ReportCsv(texts).of(reports.linksOf(demo, reader)).lines()).containsExactly(
                "\uFEFFissue,summary,conversation,subject,state,workspace,address,linkedBy,linkedAt",
                "DEMO-1,'=Summary 1,11,\"Hi, my total is wrong\",open,Acme,https://app.intercom.com/11,JIRAUSER1,2026-11-20T12:00:00Z");
    }

    private void stored(LinkFacts... facts) {
        when(links.newestIn(eq(DEMO), anyInt())).thenReturn(List.of(facts));
    }

    private void issue(long id, Project project, boolean isVisible) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getKey()).thenReturn("DEMO-" + id);
        when(issue.getSummary()).thenReturn("=Summary " + id);
        when(issue.getProjectObject()).thenReturn(project);
        when(issues.getIssueObject(id)).thenReturn(issue);
        when(permissions.canBrowse(issue, reader)).thenReturn(isVisible);
    }

    private static Project project(long id) {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(id);
        return project;
    }

    private static LinkFacts fact(long issue, String conversation) {
        return new LinkFacts(new IssueId(issue), new WorkspaceId("acme"), "Acme", Region.EU, new ConversationId(conversation), "JIRAUSER1", NOON, "open",
                "Hi, my total is wrong", null);
    }
}
