package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServletTest {
    private final Permissions permissions = mock(Permissions.class);
    private final WebSudoManager webSudo = mock(WebSudoManager.class);
    private final HtmlPages pages = mock(HtmlPages.class);
    private final AdminPage page = mock(AdminPage.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final HttpServletResponse response = mock(HttpServletResponse.class);
    private final AdminServlet servlet = new AdminServlet(permissions, webSudo, pages, page);

    @BeforeEach
    void prepare() throws IOException {
        when(permissions.requireJiraAdministrator()).thenReturn(mock(ApplicationUser.class));
        when(page.values()).thenReturn(Map.of("a", "b"));
        doAnswer(call -> {
            call.<HtmlPages.Work>getArgument(2).run();
            return null;
        }).when(pages).guarding(any(), any(), any());
    }

    @Test
    void anAdministratorWithASecureSessionSeesThePage() throws IOException {
        servlet.doGet(request, response);
        verify(webSudo).willExecuteWebSudoRequest(request);
        verify(pages).render(eq(response), eq("templates/administration/admin.vm"), eq("admin-page"), anyString(), any(), eq(Map.of("a", "b")));
    }

    @Test
    void withoutASecureSessionThePasswordIsAskedForFirst() throws IOException {
        doThrow(new WebSudoSessionException("no")).when(webSudo).willExecuteWebSudoRequest(request);
        servlet.doGet(request, response);
        verify(webSudo).enforceWebSudoProtection(request, response);
        verify(pages, never()).render(any(), any(), any(), any(), any(), any());
        verifyNoInteractions(page);
    }

    @Test
    void othersAreRefusedBeforeAnythingElse() {
        when(permissions.requireJiraAdministrator()).thenThrow(new ApiException(403, "not_administrator"));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> servlet.doGet(request, response));
        verifyNoInteractions(webSudo, page);
    }
}
