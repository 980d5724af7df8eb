package org.intercomjira.connection;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.SettingsPage;
import org.springframework.stereotype.Component;

/** What the template of the project's page shows: texts and plain values, null values left out. */
@Component
class ProjectPage {
    static final List<String> TEXTS = List.of("title", "intro", "advice", "region", "regionHint", "connect", "appMissing", "notConnected", "connected",
            "broken", "reconnect", "menu", "revoke", "workspace", "openWorkspace", "appUser", "connectedBy", "lastSuccess", "never", "notes",
            "changeTitle", "changeStep1", "changeStep2", "changeStep3", "revokeTitle", "revokeText", "revokeMore", "cancel");

    private final ConnectionViews views;
    private final SettingsPage settings;
    private final I18nResolver i18n;
    private final JiraAuthenticationContext authentication;
    private final BaseUrl baseUrl;
    private final IntercomClient intercom;
    private final CopyGuard copyGuard;

    ProjectPage(ConnectionViews views, SettingsPage settings, @ComponentImport I18nResolver i18n, @ComponentImport JiraAuthenticationContext authentication,
            BaseUrl baseUrl, IntercomClient intercom, CopyGuard copyGuard) {
        this.views = views;
        this.settings = settings;
        this.i18n = i18n;
        this.authentication = authentication;
        this.baseUrl = baseUrl;
        this.intercom = intercom;
        this.copyGuard = copyGuard;
    }

    /** @param resultCode as the callback left it in the address; anything else than a known code is ignored */
    Map<String, Object> values(String projectKey, ProjectId project, String resultCode) {
        ConnectionView view = views.of(project);
        Map<String, Object> values = new HashMap<>();
        values.put("projectKey", projectKey);
        values.put("settings", settings.values(project));
        values.put("state", view.state());
        values.put("appConfigured", view.appConfigured());
        values.put("adminPage", baseUrl.servlet("/intercom/admin").toString());
        values.put("choosesRegion", view.fixedRegion() == null);
        values.put("regions", Arrays.stream(Region.values()).map(region -> Map.of("code", region.name(),
                "name", i18n.getText("intercom.platform.region." + region.name()))).toList());
        ConnectResult.of(resultCode).filter(result -> isTrue(result, view)).ifPresent(result -> {
            values.put("resultText", textOf(result, view));
            values.put("resultIsSuccess", result.isSuccess());
        });
        if (view.workspace() != null) {
            putConnection(values, view);
        }
        if (view.waitingKeptUntil() != null) {
            values.put("waitingKeptText", i18n.getText("intercom.connection.page.waitingKept", view.deliveries().waiting(), time(view.waitingKeptUntil())));
        }
        values.put("proxyText", intercom.isProxyLoginMissing() ? i18n.getText("intercom.error.proxy.authentication") : null);
        values.put("copyText", copyGuard.isHeld() ? i18n.getText("intercom.connection.page.held") : null);
        values.values().removeIf(Objects::isNull);
        return values;
    }

    private void putConnection(Map<String, Object> values, ConnectionView view) {
        values.put("reason", view.stateReasonText());
        values.put("workspaceName", view.workspace().name());
        values.put("workspaceUrl", view.workspace().url().toString());
        values.put("regionCode", view.region().name());
        values.put("regionName", i18n.getText("intercom.platform.region." + view.region().name()));
        values.put("appUserName", view.appUser().name());
        values.put("appUserEmail", view.appUser().email());
        values.put("appUserAvatar", view.appUser().avatar());
        values.put("avatarAlt", i18n.getText("intercom.connection.page.avatarOf", view.appUser().name()));
        values.put("connectedText", i18n.getText("intercom.connection.page.connectedText", view.connectedBy().name(), time(view.connectedAt())));
        values.put("lastSuccess", view.lastSuccess() == null ? null : time(view.lastSuccess()));
        values.put("notesText", i18n.getText("intercom.connection.page.notesText", view.deliveries().waiting(), view.deliveries().delivered24h(),
                view.deliveries().failed()));
        values.put("revokeWaiting", view.deliveries().waiting() == 0 ? null
                : i18n.getText("intercom.connection.page.revokeWaiting", view.deliveries().waiting()));
        values.put("otherLinksText", view.linksOfOtherWorkspaces() == 0 ? null
                : i18n.getText("intercom.connection.page.otherLinks", view.linksOfOtherWorkspaces(), view.workspace().name()));
    }

    /** The address may be old, copied or made up: a success that the connection does not show is not told. */
    private static boolean isTrue(ConnectResult result, ConnectionView view) {
        return !result.isSuccess() || view.workspace() != null && (result != ConnectResult.APP_USER_CHANGED || view.previousAppUser() != null);
    }

    private String textOf(ConnectResult result, ConnectionView view) {
        String key = "intercom.connection.result." + result.code();
        return switch (result) {
            case APP_USER_CHANGED -> i18n.getText(key, view.previousAppUser(), view.appUser().name());
            case CONNECTED, RECONNECTED, WORKSPACE_CHANGED -> i18n.getText(key, view.workspace().name());
            default -> i18n.getText(key);
        };
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(authentication.getLocale())
                .withZone(ZoneId.systemDefault()).format(instant);
    }
}
