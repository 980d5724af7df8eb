package org.intercomjira.administration;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.connection.ConsentRequest;
import org.intercomjira.delivery.KillSwitch;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.platform.VaultState;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.GlobalSettingsService;
import org.springframework.stereotype.Component;

/** What the template of the Jira administrator's page shows: texts and plain values. */
@Component
class AdminPage {
    static final List<String> TEXTS = List.of("title", "intro", "credentials", "clientId", "clientSecret", "secretSet", "secretNotSet", "region", "regionAny",
            "regionHint", "redirectUrl", "redirectUrlHint", "copy", "notHttps", "save", "connections", "project", "workspace", "appUser", "state", "connectedAt",
            "none", "lastCall", "waiting", "failed", "filter", "newKey", "newKeyTitle",
            "newKeyText", "cancel", "deliveries", "deliveriesHint", "show", "showAll", "showWaiting", "showFailed", "refresh", "reason", "number", "actions",
            "stopped", "resume", "created", "conversation", "attempts", "next", "more", "nothing", "nothingFound", "held", "sameJira", "copyOfJira");

    private final GlobalSettingsService settings;
    private final ConsentRequest consent;
    private final SecretVault vault;
    private final KillSwitch killSwitch;
    private final IntercomClient intercom;
    private final CopyDecision copy;
    private final I18nResolver i18n;

    AdminPage(GlobalSettingsService settings, ConsentRequest consent, SecretVault vault, KillSwitch killSwitch, IntercomClient intercom, CopyDecision copy,
            @ComponentImport I18nResolver i18n) {
        this.settings = settings;
        this.consent = consent;
        this.vault = vault;
        this.killSwitch = killSwitch;
        this.intercom = intercom;
        this.copy = copy;
        this.i18n = i18n;
    }

    Map<String, Object> values() {
        GlobalSettings stored = settings.get();
        URI redirectUrl = consent.redirectUrl();
        Map<String, Object> values = new HashMap<>();
        values.put("clientId", stored.clientId() == null ? "" : stored.clientId());
        values.put("clientSecretSet", stored.clientSecretSet());
        values.put("chosenRegion", stored.region() == null ? "" : stored.region().name());
        values.put("regions", Arrays.stream(Region.values()).map(region -> Map.of("code", region.name(),
                "name", i18n.getText("intercom.platform.region." + region.name()))).toList());
        values.put("redirectUrl", redirectUrl.toString());
        values.put("isHttps", "https".equalsIgnoreCase(redirectUrl.getScheme()));
        values.put("isStopped", killSwitch.isThrown());
        if (vault.state() != VaultState.READY) {
            values.put("vaultText", i18n.getText("intercom.error." + vault.state().code()));
        }
        if (copy.isHeld()) {
            values.put("differences", copy.differences().stream().map(CopyDecision.Line::sentence).toList());
        }
        if (intercom.isProxyLoginMissing()) {
            values.put("proxyText", i18n.getText("intercom.error.proxy.authentication"));
        }
        return values;
    }
}
