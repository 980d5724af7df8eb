package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.ws.rs.core.Response;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.junit.jupiter.api.Test;

class ConnectionResourceTest {
    private final Permissions permissions = mock(Permissions.class);
    private final Revocation revocation = mock(Revocation.class);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final ConnectionResource resource = new ConnectionResource(permissions, mock(ConnectionViews.class), mock(ConsentRequest.class), revocation, audit);

    @Test
    void aRevokeIsRecorded() {
        Project demo = mock(Project.class);
        when(demo.getId()).thenReturn(Scene.DEMO.value());
        ApplicationUser ann = Scene.user("ann");
        when(permissions.requireAdministeredProject("DEMO")).thenReturn(demo);
        when(permissions.requireUser()).thenReturn(ann);
        when(revocation.revoke(Scene.DEMO)).thenReturn(Revocation.AppAtIntercom.UNINSTALLED);

        Response answer = resource.revoke("DEMO");

        assertThat(answer.getHeaderString(ConnectionResource.APP_HEADER)).isEqualTo("uninstalled");
        verify(audit).record("ann", AuditAction.CONNECTION_REVOKED, Scene.DEMO, "app=uninstalled");
    }

    @Test
    void aRefusedRevokeIsNotRecorded() {
        when(permissions.requireAdministeredProject("DEMO")).thenThrow(new ApiException(403, "project.not_administered"));

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.revoke("DEMO"));
        verifyNoInteractions(revocation, audit);
    }
}
