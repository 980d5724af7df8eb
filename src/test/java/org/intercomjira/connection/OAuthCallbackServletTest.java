package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class OAuthCallbackServletTest {
    private final Permissions permissions = mock(Permissions.class);
    private final ConnectionFlow flow = mock(ConnectionFlow.class);
    private final TemplateRenderer renderer = mock(TemplateRenderer.class);
    private final LoginUriProvider login = mock(LoginUriProvider.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final ApplicationUser user = mock(ApplicationUser.class);
    private OAuthCallbackServlet servlet;

    @BeforeEach
    void prepare() {
        ApplicationProperties properties = mock(ApplicationProperties.class);
        when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.org/jira");
        when(i18n.getText(anyString())).thenReturn("text");
        when(i18n.getText(anyString(), any(java.io.Serializable[].class))).thenReturn("text");
        HtmlPages pages = new HtmlPages(renderer, mock(PageBuilderService.class), i18n, login);
        servlet = new OAuthCallbackServlet(permissions, flow, pages, new BaseUrl(properties));
        when(permissions.requireUser()).thenReturn(user);
        when(request.getRequestURL()).thenReturn(new StringBuffer("http://attacker.example/jira/plugins/servlet/intercom/oauth/callback"));
        when(request.getQueryString()).thenReturn("code=c%3D&state=s");
        when(request.getParameter("state")).thenReturn("s");
        when(request.getParameter("code")).thenReturn("c=");
    }

    @Test
    void itReturnsToTheProjectsPageOfTheConfiguredBaseUrlWithACode() throws IOException {
        when(flow.finish(user, "s", "c=")).thenReturn(new ConnectionFlow.Return("DEMO", ConnectResult.CONNECTED));
        servlet.doGet(request, response);
        verify(response).sendRedirect("https://jira.example.org/jira/plugins/servlet/intercom/project?projectKey=DEMO&result=connected");
        verify(response).setHeader("Referrer-Policy", "no-referrer");
    }

    @Test
    void whoIsNotLoggedInLogsInFirstAndTheStateIsNotTouched() throws IOException {
        when(permissions.requireUser()).thenThrow(new ApiException(401, "not_logged_in"));
        when(login.getLoginUri(any())).thenReturn(URI.create("/jira/login.jsp?x"));
        servlet.doGet(request, response);
        verify(response).sendRedirect("/jira/login.jsp?x");
        verifyNoInteractions(flow);
    }

    @Test
    void aRefusedStateIsAPlainPageWithoutAnythingOfTheProject() throws IOException {
        when(flow.finish(any(), any(), any())).thenThrow(new ApiException(403, "connection.state_refused"));
        servlet.doGet(request, response);
        verify(response).setStatus(403);
        verify(response, never()).sendRedirect(anyString());
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<String, Object>> context = ArgumentCaptor.forClass(Map.class);
        verify(renderer).render(eq("templates/platform/refusal.vm"), context.capture(), any());
        assertThat(context.getValue()).containsOnlyKeys("title", "message");
    }

    @Test
    void aMissingStateIsNoError() throws IOException {
        when(request.getParameter("state")).thenReturn(null);
        when(flow.finish(user, "", "c=")).thenThrow(new ApiException(403, "connection.state_refused"));
        servlet.doGet(request, response);
        verify(response).setStatus(403);
    }
}
