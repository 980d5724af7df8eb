package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.intercomjira.delivery.KillSwitch;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminStopResourceTest {
    private final Permissions permissions = mock(Permissions.class);
    private final SecureAdministrator administrator = mock(SecureAdministrator.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final KillSwitch killSwitch = new KillSwitch(new TestPluginSettings(), new ManualClock());
    private final AdminStopResource resource = new AdminStopResource(permissions, administrator, killSwitch, audit);

    @BeforeEach
    void prepare() {
        ApplicationUser ann = mock(ApplicationUser.class);
        when(ann.getKey()).thenReturn("ann");
        when(administrator.require(request)).thenReturn(ann);
    }

    @Test
    void deliveriesAreStoppedAndResumedAndBothAreRecorded() {
        assertThat(resource.get()).isEqualTo("{\"stopped\":false}");

        assertThat(resource.put(request, "{\"stopped\":true}")).isEqualTo("{\"stopped\":true}");
        assertThat(killSwitch.isThrown()).isTrue();
        assertThat(resource.get()).isEqualTo("{\"stopped\":true}");
        verify(audit).record("ann", AuditAction.DELIVERIES_STOPPED, null, null);

        assertThat(resource.put(request, "{\"stopped\":false}")).isEqualTo("{\"stopped\":false}");
        assertThat(killSwitch.isThrown()).isFalse();
        verify(audit).record("ann", AuditAction.DELIVERIES_RESUMED, null, null);
        verifyNoMoreInteractions(audit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"stopped\":null}", "{not json", "{\"stopped\":\"perhaps\"}"})
    void withoutAnAnswerToWhetherNothingChanges(String body) {
        killSwitch.stopDeliveries();

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.put(request, body)).satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422));
        assertThat(killSwitch.isThrown()).isTrue();
        verifyNoInteractions(audit);
    }

    static Stream<Consumer<AdminStopResourceTest>> everything() {
        return Stream.of(test -> test.resource.get(), test -> test.resource.put(test.request, "{\"stopped\":true}"), test -> test.resource.put(test.request, "{not json"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingIsForJiraAdministrators(Consumer<AdminStopResourceTest> call) {
        when(administrator.require(request)).thenThrow(new ApiException(403, "not_administrator"));
        when(permissions.requireJiraAdministrator()).thenThrow(new ApiException(403, "not_administrator"));

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> call.accept(this)).satisfies(refusal -> assertThat(refusal.status()).isEqualTo(403));
        assertThat(killSwitch.isThrown()).isFalse();
        verifyNoInteractions(audit);
    }
}
