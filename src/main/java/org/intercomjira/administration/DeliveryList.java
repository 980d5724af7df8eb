package org.intercomjira.administration;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.List;
import org.intercomjira.delivery.DeadLetters;
import org.intercomjira.delivery.Deliveries;
import org.intercomjira.delivery.Delivery;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.platform.ApiException;
import org.springframework.stereotype.Component;

/** The deliveries of all projects as rows of a table: ids, codes and counts, no text. */
@Component
public class DeliveryList {
    private final Deliveries deliveries;
    private final DeadLetters failed;
    private final Outbox outbox;
    private final ProjectManager projects;
    private final DeliveryReasons reasons;

    DeliveryList(Deliveries deliveries, DeadLetters failed, Outbox outbox, @ComponentImport ProjectManager projects,
            DeliveryReasons reasons) {
        this.deliveries = deliveries;
        this.failed = failed;
        this.outbox = outbox;
        this.projects = projects;
        this.reasons = reasons;
    }

    /** @param limit at least 1 */
    Page page(Deliveries.Filter filter, long afterId, int limit) {
        List<Delivery> found = deliveries.list(filter, afterId, limit + 1);
        List<Row> rows = found.stream().limit(limit).map(this::row).toList();
        Long next = found.size() > limit ? rows.get(limit - 1).id() : null;
        DeliveryCounts counts = filter.sender() == null ? outbox.counts() : outbox.countsOf(filter.sender());
        List<Reason> byReason = failed.countsByCode(filter.sender()).entrySet().stream()
                .map(count -> new Reason(count.getKey(), reasons.textOf(count.getKey()), count.getValue())).toList();
        return new Page(rows, next, counts.waiting(), counts.oldestWaiting(), counts.failed(), byReason);
    }

    /** The sender that stands for this project in the outbox; null for no key. @throws ApiException 404 project.not_found */
    String sender(String projectKey) {
        if (projectKey == null || projectKey.isEmpty()) {
            return null;
        }
        Project project = projects.getProjectByCurrentKey(projectKey);
        if (project == null) {
            throw new ApiException(404, "project.not_found");
        }
        return String.valueOf(project.getId());
    }

    private Row row(Delivery delivery) {
        Project project = projects.getProjectObj(Long.parseLong(delivery.sender()));
        String conversation = delivery.orderKey().startsWith(delivery.lane() + ":") ? delivery.orderKey().substring(delivery.lane().length() + 1) : null;
        boolean isOver = "failed".equals(delivery.state());
        return new Row(delivery.id(), delivery.state(), delivery.reason(), reasons.textOf(delivery.reason()),
                project == null ? null : project.getKey(), delivery.lane(), conversation,
                delivery.type(), delivery.attempts(), delivery.createdAt(), isOver ? null : delivery.nextAt(), isOver ? delivery.nextAt() : null);
    }

    /**
     * A part of the list.
     *
     * @param next to be given as {@code after} for the next page; null when this is the last
     */
    record Page(List<Row> deliveries, Long next, int waiting, Instant oldestWaiting, int failed, List<Reason> reasons) {
    }

    /** @param projectKey null when the project is gone */
    record Row(long id, String state, String reason, String reasonText, String projectKey, String workspaceId, String conversationId, String type,
            int attempts, Instant createdAt, Instant nextAt, Instant failedAt) {
    }

    /** How many have failed of a reason. */
    record Reason(String reason, String reasonText, int failed) {
    }
}
