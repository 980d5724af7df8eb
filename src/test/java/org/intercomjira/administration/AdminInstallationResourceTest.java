package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.message.I18nResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.intercomjira.connection.CopiedConnections;
import org.intercomjira.conversation.CopiedDrafts;
import org.intercomjira.delivery.CopiedMessages;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.delivery.Difference;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;

class AdminInstallationResourceTest {
    private final Permissions permissions = mock(Permissions.class);
    private final SecureAdministrator administrator = mock(SecureAdministrator.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final CopyGuard guard = mock(CopyGuard.class);
    private final CopiedConnections connections = mock(CopiedConnections.class);
    private final CopiedMessages messages = mock(CopiedMessages.class);
    private final CopiedDrafts drafts = mock(CopiedDrafts.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final AdminInstallationResource resource = new AdminInstallationResource(permissions, administrator,
            new CopyDecision(guard, connections, messages, drafts, i18n), audit);

    @BeforeEach
    void prepare() {
        when(administrator.require(request)).thenReturn(mock(ApplicationUser.class));
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    void whatDiffersIsSaid() {
        held(new Difference(Difference.Kind.BASE_URL, "https://a", "https://b"), new Difference(Difference.Kind.DATABASE, null, null));
        assertThat(resource.get()).isEqualTo("{\"held\":true,\"differences\":["
                + "{\"code\":\"base_url\",\"text\":\"intercom.administration.installation.base_url\",\"recorded\":\"https://a\",\"now\":\"https://b\"},"
                + "{\"code\":\"database\",\"text\":\"intercom.administration.installation.database\"}]}");
        verify(permissions).requireJiraAdministrator();
    }

    @Test
    void withoutADifferenceNothingIsHeld() {
        assertThat(resource.get()).isEqualTo("{\"held\":false,\"differences\":[]}");
    }

    @Test
    void theSameJiraGoesOn() {
        held(new Difference(Difference.Kind.BASE_URL, "https://a", "https://b"));
        resource.same(request);
        verify(guard).acceptAsSame();
        verify(audit).record(any(), eq(AuditAction.INSTALLATION_SAME), any(), any());
        verifyNoInteractions(connections, messages, drafts);
    }

    @Test
    void aCopyIsHeldUntilEverythingOfTheOtherJiraIsGone() {
        held(new Difference(Difference.Kind.BASE_URL, "https://a", "https://b"));
        when(connections.deleteAll()).thenReturn(2);
        when(messages.discardPending()).thenReturn(30);
        when(drafts.deleteAll()).thenReturn(1);

        assertThat(resource.copy(request)).isEqualTo("{\"connections\":2,\"messages\":30,\"drafts\":1}");

        InOrder order = inOrder(connections, messages, drafts, guard);
        order.verify(connections).deleteAll();
        order.verify(messages).discardPending();
        order.verify(drafts).deleteAll();
        order.verify(guard).recordAnew();
        verify(audit).record(any(), eq(AuditAction.INSTALLATION_COPY), any(), any());
    }

    @Test
    void aFailureInBetweenLeavesItHeld() {
        held(new Difference(Difference.Kind.BASE_URL, "https://a", "https://b"));
        doThrow(new IllegalStateException("database")).when(messages).discardPending();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> resource.copy(request));
        verify(guard, never()).recordAnew();
    }

    @Test
    void whatAnotherLiveJiraIsAboutToSendIsNotDeleted() {
        held(new Difference(Difference.Kind.BASE_URL, "https://a", "https://b"), new Difference(Difference.Kind.FOREIGN_HEARTBEATS, null, null));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.copy(request)).satisfies(e -> assertThat(e.code()).isEqualTo("installation.shared_database"));
        verifyNoInteractions(connections, messages, drafts);
    }

    @Test
    void whileNothingIsHeldThereIsNothingToDecide() {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.copy(request)).satisfies(e -> assertThat(e.status()).isEqualTo(409));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.same(request)).satisfies(e -> assertThat(e.code()).isEqualTo("installation.not_held"));
        verify(guard, never()).acceptAsSame();
        verifyNoInteractions(connections, messages, drafts);
    }

    @Test
    void aDecisionIsForSecureAdministrators() {
        when(administrator.require(request)).thenThrow(new ApiException(403, "not_administrator"));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.same(request));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.copy(request));
        verifyNoInteractions(guard, connections, messages, drafts);
    }

    @ParameterizedTest
    @EnumSource(Difference.Kind.class)
    void everyKindHasAText(Difference.Kind kind) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/intercom.properties"))) {
            texts.load(reader);
        }
        assertThat(texts.getProperty("intercom.administration.installation." + kind.name().toLowerCase(Locale.ROOT))).isNotBlank();
    }

    private void held(Difference... differences) {
        when(guard.differences()).thenReturn(List.of(differences));
    }
}
