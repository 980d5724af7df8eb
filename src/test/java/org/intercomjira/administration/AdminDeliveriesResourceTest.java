package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.message.I18nResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.intercomjira.delivery.DeadLetters;
import org.intercomjira.delivery.Deliveries;
import org.intercomjira.delivery.Deliveries.Filter;
import org.intercomjira.delivery.Deliveries.Kind;
import org.intercomjira.delivery.Delivery;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminDeliveriesResourceTest {
    private static final Instant TIME = Instant.ofEpochMilli(1000);

    private final Permissions permissions = mock(Permissions.class);
    private final SecureAdministrator administrator = mock(SecureAdministrator.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final DeadLetters failed = mock(DeadLetters.class);
    private final Outbox outbox = mock(Outbox.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final AuditTrail audit = mock(AuditTrail.class);
    private final AdminDeliveriesResource resource =
            new AdminDeliveriesResource(permissions, administrator, new DeliveryList(deliveries, failed, outbox, projects, new DeliveryReasons(i18n)), failed, audit);

    @BeforeEach
    void prepare() {
        ApplicationUser ann = mock(ApplicationUser.class);
        when(ann.getKey()).thenReturn("ann");
        when(administrator.require(request)).thenReturn(ann);
        when(i18n.getText(anyString())).thenReturn("a sentence");
        when(i18n.getText(anyString(), any(Serializable[].class))).thenReturn("another sentence");
        Project demo = mock(Project.class);
        when(demo.getId()).thenReturn(10000L);
        when(demo.getKey()).thenReturn("DEMO");
        when(projects.getProjectObj(10000L)).thenReturn(demo);
        when(projects.getProjectByCurrentKey("DEMO")).thenReturn(demo);
        when(outbox.counts()).thenReturn(new DeliveryCounts(3, TIME, 8, 2));
        when(outbox.countsOf("10000")).thenReturn(new DeliveryCounts(0, null, 8, 1));
    }

    @Test
    void aFailedDeliveryIsShownByIdsAndCodesOnly() {
        when(deliveries.list(new Filter(Kind.FAILED, null, null), 0, 51)).thenReturn(List.of(delivery(7, "10000", "failed", "not_found")));
        when(failed.countsByCode(null)).thenReturn(Map.of("not_found", 2));

        assertThat(resource.list("failed", null, "", 0, 50)).isEqualTo("{\"deliveries\":[{\"id\":7,\"state\":\"failed\",\"reason\":\"not_found\",\"reasonText\":\"a sentence\","
                + "\"projectKey\":\"DEMO\",\"workspaceId\":\"ws\",\"conversationId\":\"55\",\"type\":\"note\",\"attempts\":1,\"createdAt\":1000,"
                + "\"failedAt\":2000}],\"waiting\":3,\"oldestWaiting\":1000,\"failed\":2,\"reasons\":[{\"reason\":\"not_found\",\"reasonText\":\"a sentence\",\"failed\":2}]}");
    }

    @Test
    void aWaitingDeliveryOfAProjectThatIsGoneIsShownToo() {
        when(deliveries.list(new Filter(Kind.ALL, null, null), 0, 51)).thenReturn(List.of(delivery(7, "20000", "waiting", null)));

        assertThat(resource.list("all", null, null, 0, 50)).contains("{\"id\":7,\"state\":\"waiting\",\"workspaceId\":\"ws\",")
                .contains("\"nextAt\":2000").doesNotContain("failedAt");
    }

    @Test
    void aPageTellsWhereTheNextOneBegins() {
        when(deliveries.list(new Filter(Kind.WAITING, "10000", "unreachable"), 5, 3))
                .thenReturn(LongStream.of(6, 7, 9).mapToObj(id -> delivery(id, "10000", "waiting", "unreachable")).toList());

        assertThat(resource.list("WAITING", "DEMO", "unreachable", 5, 2)).contains("\"id\":7").doesNotContain("\"id\":9").contains("\"next\":7,\"waiting\":0");
        verify(failed).countsByCode("10000");
    }

    @ParameterizedTest
    @CsvSource({"nonsense, 50", "all, 0", "all, 201"})
    void nonsenseIsRefused(String state, int limit) {
        refused(422, () -> resource.list(state, null, null, 0, limit));
    }

    @Test
    void anUnknownProjectIsNotFound() {
        refused(404, () -> resource.list("all", "NONE", null, 0, 50));
        refused(404, () -> resource.retryAll(request, "{\"reason\":\"not_found\",\"project\":\"NONE\"}"));
        refused(404, () -> resource.discardAll(request, "{\"reason\":\"not_found\",\"project\":\"NONE\"}"));
    }

    @Test
    void oneIsRetriedOrDiscardedOnce() {
        when(failed.retry(7)).thenReturn(true, false);
        when(failed.discard(8)).thenReturn(true, false);

        assertThat(resource.retry(request, 7)).isEqualTo("{\"retried\":1}");
        refused(404, () -> resource.retry(request, 7));
        resource.discard(request, 8);
        refused(404, () -> resource.discard(request, 8));

        verify(audit).record("ann", AuditAction.DELIVERY_RETRIED, null, "id=7");
        verify(audit).record("ann", AuditAction.DELIVERY_DISCARDED, null, "id=8");
        verifyNoMoreInteractions(audit);
    }

    @Test
    void allOfAReasonAreRetriedOfAllProjectsOrOfOne() {
        when(failed.retryAll("not_found", null)).thenReturn(5);
        when(failed.retryAll("not_found", "10000")).thenReturn(2);

        assertThat(resource.retryAll(request, "{\"reason\":\"not_found\"}")).isEqualTo("{\"retried\":5}");
        assertThat(resource.retryAll(request, "{\"reason\":\"not_found\",\"project\":\"DEMO\"}")).isEqualTo("{\"retried\":2}");
        verify(audit).record("ann", AuditAction.DELIVERY_RETRIED, null, "count=5 reason=not_found");
        verify(audit).record("ann", AuditAction.DELIVERY_RETRIED, new ProjectId(10_000), "count=2 reason=not_found");
    }

    @Test
    void allOfAReasonAreDiscardedOfAllProjectsOrOfOne() {
        when(failed.discardAll("not_found", null)).thenReturn(new DeadLetters.Discarded(1_000, true));
        when(failed.discardAll("not_found", "10000")).thenReturn(new DeadLetters.Discarded(2, false));

        assertThat(resource.discardAll(request, "{\"reason\":\"not_found\"}")).isEqualTo("{\"discarded\":1000,\"more\":true}");
        assertThat(resource.discardAll(request, "{\"reason\":\"not_found\",\"project\":\"DEMO\"}")).isEqualTo("{\"discarded\":2,\"more\":false}");
        verify(audit).record("ann", AuditAction.DELIVERY_DISCARDED, null, "count=1000 reason=not_found");
        verify(audit).record("ann", AuditAction.DELIVERY_DISCARDED, new ProjectId(10_000), "count=2 reason=not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"\"}", "{not json"})
    void withoutAReasonNothingIsRetriedOrDiscarded(String body) {
        refused(422, () -> resource.retryAll(request, body));
        refused(422, () -> resource.discardAll(request, body));
        verifyNoInteractions(failed, audit);
    }

    static Stream<BiConsumer<AdminDeliveriesResource, HttpServletRequest>> everything() {
        return Stream.of((r, request) -> r.list("nonsense", null, null, 0, 0), (r, request) -> r.retry(request, 1),
                (r, request) -> r.retryAll(request, "{not json"), (r, request) -> r.discardAll(request, "{not json"), (r, request) -> r.discard(request, 1));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingIsForJiraAdministrators(BiConsumer<AdminDeliveriesResource, HttpServletRequest> call) {
        when(administrator.require(request)).thenThrow(new ApiException(403, "not_administrator"));
        when(permissions.requireJiraAdministrator()).thenThrow(new ApiException(403, "not_administrator"));

        refused(403, () -> call.accept(resource, request));
        verifyNoInteractions(failed, deliveries, audit);
    }

    private static Delivery delivery(long id, String sender, String state, String reason) {
        return new Delivery(id, "ws", sender, "ws:55", "note", state, reason, 1, TIME, TIME.plusSeconds(1));
    }

    private static void refused(int status, Runnable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call::run).satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
