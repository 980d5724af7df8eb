package org.intercomjira.connection;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.VisibleText;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.GlobalSettingsService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Puts together what is known of a project's connection. */
@Component
class ConnectionViews {
    private final ConnectionService connections;
    private final ConnectionMemory memory;
    private final LastSuccesses successes;
    private final GlobalSettingsService globalSettings;
    private final Outbox outbox;
    private final LinkCensus links;
    private final IntercomEndpoints endpoints;
    private final UserManager users;
    private final I18nResolver i18n;

    ConnectionViews(ConnectionService connections, ConnectionMemory memory, LastSuccesses successes, GlobalSettingsService globalSettings,
            Outbox outbox, LinkCensus links, IntercomEndpoints endpoints,
            @Qualifier("jiraUserManager") @ComponentImport("jiraUserManager") UserManager users, @ComponentImport I18nResolver i18n) {
        this.connections = connections;
        this.memory = memory;
        this.successes = successes;
        this.globalSettings = globalSettings;
        this.outbox = outbox;
        this.links = links;
        this.endpoints = endpoints;
        this.users = users;
        this.i18n = i18n;
    }

    ConnectionView of(ProjectId project) {
        GlobalSettings settings = globalSettings.get();
        DeliveryCounts counts = outbox.countsOf(String.valueOf(project.value()));
        ConnectionView.Deliveries deliveries = new ConnectionView.Deliveries(counts.waiting(), counts.delivered24h(), counts.failed());
        return memory.freshly(project).connection().map(stored -> view(stored, deliveries, settings))
                .orElseGet(() -> ConnectionView.notConnected(deliveries, settings.isComplete(), settings.region(), counts.waiting() == 0 ? null : connections.messagesKeptUntil(project).orElse(null)));
    }

    private ConnectionView view(StoredConnection stored, ConnectionView.Deliveries deliveries, GlobalSettings settings) {
        Connection connection = stored.connection();
        Optional<String> reason = connections.troubleOf(connection);
        Teammate appUser = connection.appUser();
        URI page = URI.create(endpoints.app(connection.region()) + "/a/inbox/" + connection.workspace().value());
        return new ConnectionView(reason.isPresent() ? "broken" : "connected", reason.orElse(null),
                reason.map(code -> i18n.getText("intercom.connection.reason." + code)).orElse(null), connection.stateSince(),
                new ConnectionView.Workspace(connection.workspace().value(), connection.workspaceName(), page), connection.region(),
                new ConnectionView.AppUser(appUser.id().value(), appUser.name(), appUser.email(), picture(appUser, connection.region())), stored.previousAppUser(),
                new ConnectionView.Person(connection.connectedBy(), nameOf(connection.connectedBy())), connection.connectedAt(), successes.latest(stored).orElse(null),
                deliveries, links.linksOfOtherWorkspaces(connection.project(), connection.workspace()), settings.isComplete(), settings.region(), null);
    }

    /** The address comes from Intercom: only what a browser fetches safely is passed on, or what is Intercom's own host. */
    private String picture(Teammate appUser, Region region) {
        try {
            URI address = URI.create(Objects.requireNonNullElse(appUser.avatarUrl(), ""));
            boolean trusted = "https".equals(address.getScheme()) || Objects.equals(address.getAuthority(), endpoints.app(region).getAuthority());
            return trusted ? address.toString() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String nameOf(String userKey) {
        ApplicationUser user = users.getUserByKey(userKey);
        return user == null ? userKey : VisibleText.or(user.getDisplayName(), userKey);
    }
}
