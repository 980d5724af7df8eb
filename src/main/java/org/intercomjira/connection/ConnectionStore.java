package org.intercomjira.connection;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The table of connections. Whoever reads in order to write holds the project's cluster lock. */
@Component
class ConnectionStore {
    private static final int MOST_LISTED = 1_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 450;

    private final ActiveObjects ao;

    ConnectionStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    Optional<StoredConnection> find(ProjectId project) {
        return entity(project).map(ConnectionStore::stored);
    }

    /** All connections in the order of their projects' ids, at most a thousand. */
    List<StoredConnection> all() {
        return Arrays.stream(ao.find(ConnectionEntity.class, Query.select().order("PROJECT_ID").limit(MOST_LISTED)))
                .map(ConnectionStore::stored).toList();
    }

    int countOf(WorkspaceId workspace) {
        return ao.count(ConnectionEntity.class, Query.select().where("WORKSPACE_ID = ?", workspace.value()));
    }

    /** Adds the connection or puts it in the place of the project's old one. */
    void save(StoredConnection stored) {
        ao.executeInTransaction(() -> {
            Connection connection = stored.connection();
            ConnectionEntity row = entity(connection.project()).orElseGet(() -> create(connection));
            row.setWorkspaceId(connection.workspace().value());
            row.setWorkspaceName(cut(connection.workspaceName(), LONGEST_NAME));
            row.setRegion(connection.region().name());
            fillAppUser(row, connection.appUser());
            row.setPreviousAppUser(cut(stored.previousAppUser(), LONGEST_NAME));
            row.setTokenCipher(stored.tokenCipher());
            fillState(row, connection.state(), connection.stateReason(), connection.stateSince());
            row.setConnectedBy(connection.connectedBy());
            row.setConnectedAt(connection.connectedAt().toEpochMilli());
            row.setConnectedSince(connection.connectedSince().toEpochMilli());
            row.setGoneSince(null);
            row.setProbesRefused(null);
            row.setNextProbeAt(null);
            row.setLastSuccessAt(stored.lastSuccess() == null ? 0 : stored.lastSuccess().toEpochMilli());
            row.save();
            forgetRevocation(connection.project());
            return null;
        });
    }

    void changeState(ProjectId project, ConnectionState state, String reason, Instant since) {
        entity(project).ifPresent(row -> {
            if (state == ConnectionState.BROKEN) {
                fillSchedule(row, schedule(row).broken(since));
            }
            fillState(row, state, reason, since);
            row.save();
        });
    }

    /** The broken connections, at most a thousand. */
    List<ConnectionProbe.Broken> broken() {
        return Arrays.stream(ao.find(ConnectionEntity.class, Query.select().where("STATE = ?", ConnectionState.BROKEN.name()).limit(MOST_LISTED)))
                .map(row -> new ConnectionProbe.Broken(stored(row), schedule(row))).toList();
    }

    void reschedule(ProjectId project, UnaryOperator<ProbeSchedule> change) {
        entity(project).ifPresent(row -> {
            fillSchedule(row, change.apply(schedule(row)));
            row.save();
        });
    }

    void recordSuccess(ProjectId project, Instant at) {
        entity(project).ifPresent(row -> {
            row.setLastSuccessAt(at.toEpochMilli());
            row.save();
        });
    }

    /**
     * Writes down whether the project was there when it was looked at.
     *
     * @return since when it has not been, look by look; empty while it is there, or when it has no connection
     */
    Optional<Instant> recordLook(ProjectId project, boolean gone, Instant now) {
        return entity(project).map(row -> {
            Long since = !gone ? null : Objects.requireNonNullElse(row.getGoneSince(), now.toEpochMilli());
            if (!Objects.equals(since, row.getGoneSince())) {
                row.setGoneSince(since);
                row.save();
            }
            return since;
        }).map(Instant::ofEpochMilli);
    }

    /** Deletes the project's connection and what is known of an earlier one. */
    void delete(ProjectId project) {
        ao.executeInTransaction(() -> {
            ao.deleteWithSQL(ConnectionEntity.class, "PROJECT_ID = ?", project.value());
            forgetRevocation(project);
            return null;
        });
    }

    /** Deletes the project's connection and writes down when that was. */
    void revoke(ProjectId project, Instant at) {
        ao.executeInTransaction(() -> {
            delete(project);
            ao.create(RevocationEntity.class, new DBParam("PROJECT_ID", project.value()), new DBParam("REVOKED_AT", at.toEpochMilli()));
            return null;
        });
    }

    /** When the project's connection was revoked; empty when it was not, or when that is over. */
    Optional<Instant> revokedAt(ProjectId project) {
        return Arrays.stream(ao.find(RevocationEntity.class, Query.select().where("PROJECT_ID = ?", project.value()).limit(1))).findFirst()
                .map(row -> Instant.ofEpochMilli(row.getRevokedAt()));
    }

    /** Projects whose connection was revoked then or earlier, the earliest first, at most a thousand. */
    List<ProjectId> revokedUntil(Instant latest) {
        return Arrays.stream(ao.find(RevocationEntity.class, Query.select().where("REVOKED_AT <= ?", latest.toEpochMilli()).order("REVOKED_AT").limit(MOST_LISTED)))
                .map(row -> new ProjectId(row.getProjectId())).toList();
    }

    private void forgetRevocation(ProjectId project) {
        ao.deleteWithSQL(RevocationEntity.class, "PROJECT_ID = ?", project.value());
    }

    /** Forgets a revocation of then or earlier. @return whether there was one */
    boolean forgetRevocation(ProjectId project, Instant latest) {
        return ao.deleteWithSQL(RevocationEntity.class, "PROJECT_ID = ? AND REVOKED_AT <= ?", project.value(), latest.toEpochMilli()) > 0;
    }

    private Optional<ConnectionEntity> entity(ProjectId project) {
        return Arrays.stream(ao.find(ConnectionEntity.class, Query.select().where("PROJECT_ID = ?", project.value()).limit(1))).findFirst();
    }

    private ConnectionEntity create(Connection connection) {
        return ao.create(ConnectionEntity.class, new DBParam("PROJECT_ID", connection.project().value()),
                new DBParam("WORKSPACE_ID", connection.workspace().value()), new DBParam("REGION", connection.region().name()),
                new DBParam("APP_USER_ID", connection.appUser().id().value()), new DBParam("STATE", connection.state().name()));
    }

    private static void fillAppUser(ConnectionEntity row, Teammate appUser) {
        row.setAppUserId(appUser.id().value());
        row.setAppUserName(cut(appUser.name(), LONGEST_NAME));
        row.setAppUserEmail(cut(appUser.email(), LONGEST_NAME));
        // half an address is no picture
        row.setAppUserAvatar(appUser.avatarUrl() != null && appUser.avatarUrl().length() <= LONGEST_ADDRESS ? appUser.avatarUrl() : null);
    }

    private static void fillState(ConnectionEntity row, ConnectionState state, String reason, Instant since) {
        row.setState(state.name());
        row.setStateReason(reason);
        row.setStateSince(since.toEpochMilli());
    }

    private static ProbeSchedule schedule(ConnectionEntity row) {
        return new ProbeSchedule(Objects.requireNonNullElse(row.getProbesRefused(), 0), row.getNextProbeAt() == null ? null : Instant.ofEpochMilli(row.getNextProbeAt()));
    }

    private static void fillSchedule(ConnectionEntity row, ProbeSchedule schedule) {
        row.setProbesRefused(schedule.refusals());
        row.setNextProbeAt(schedule.next().toEpochMilli());
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static StoredConnection stored(ConnectionEntity row) {
        Teammate appUser = new Teammate(new TeammateId(row.getAppUserId()), row.getAppUserName(), row.getAppUserEmail(), row.getAppUserAvatar());
        Connection connection = new Connection(new ProjectId(row.getProjectId()), new WorkspaceId(row.getWorkspaceId()), row.getWorkspaceName(),
                Region.valueOf(row.getRegion()), appUser, ConnectionState.valueOf(row.getState()), row.getStateReason(),
                Instant.ofEpochMilli(row.getStateSince()), row.getConnectedBy(), Instant.ofEpochMilli(row.getConnectedAt()),
                Instant.ofEpochMilli(Objects.requireNonNullElse(row.getConnectedSince(), row.getConnectedAt())));
        Instant lastSuccess = row.getLastSuccessAt() == 0 ? null : Instant.ofEpochMilli(row.getLastSuccessAt());
        return new StoredConnection(connection, row.getTokenCipher(), row.getPreviousAppUser(), lastSuccess);
    }
}
