package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.DEMO;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.templaterenderer.TemplateRenderer;
import java.io.Writer;
import java.util.Map;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.Test;

class IssueConversationsPanelTest {
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final IssuePanelCondition condition = new IssuePanelCondition(settings);

    @Test
    void theFrameKnowsOnlyIssueAndProject() throws Exception {
        TemplateRenderer templates = mock(TemplateRenderer.class);
        doAnswer(call -> call.<Writer>getArgument(2).append(call.getArgument(1).toString()))
                .when(templates).render(eq("templates/link/issue-conversations.vm"), any(), any());

        String html = new IssueConversationsPanel(templates).getHtml(Map.of("issue", Samples.issue()));

        assertThat(html).contains("issueKey=DEMO-1").contains("projectKey=DEMO");
    }

    @Test
    void thePanelIsShownWhereItIsSwitchedOn() {
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS);

        assertThat(condition.shouldDisplay(Map.of("issue", Samples.issue()))).isTrue();
    }

    @Test
    void thePanelIsHiddenWhereItIsSwitchedOff() {
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS.with(Switch.PANEL, false));

        assertThat(condition.shouldDisplay(Map.of("issue", Samples.issue()))).isFalse();
    }

    @Test
    void thePanelIsHiddenWhereThereIsNoIssue() {
        assertThat(condition.shouldDisplay(Map.of())).isFalse();
    }
}
