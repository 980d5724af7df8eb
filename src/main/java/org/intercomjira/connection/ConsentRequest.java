package org.intercomjira.connection;

import com.atlassian.jira.user.ApplicationUser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.GlobalSettingsService;
import org.springframework.stereotype.Component;

/** The way to Intercom's consent page. */
@Component
public class ConsentRequest {
    private static final String CALLBACK = "/intercom/oauth/callback";

    private final GlobalSettingsService globalSettings;
    private final OAuthStateStore states;
    private final IntercomEndpoints endpoints;
    private final BaseUrl baseUrl;

    ConsentRequest(GlobalSettingsService globalSettings, OAuthStateStore states, IntercomEndpoints endpoints, BaseUrl baseUrl) {
        this.globalSettings = globalSettings;
        this.states = states;
        this.endpoints = endpoints;
        this.baseUrl = baseUrl;
    }

    /** Where Intercom sends people back to: what the Intercom app has to be told. Made of the configured base URL, never of a request. */
    public URI redirectUrl() {
        return baseUrl.servlet(CALLBACK);
    }

    /**
     * Where the browser has to go.
     *
     * @param regionCode what the person chose; ignored when the global settings fix the region
     * @throws ApiException 409 connection.app_missing, 422 connection.region_unknown
     */
    URI begin(ApplicationUser user, ProjectId project, String regionCode) {
        GlobalSettings settings = globalSettings.get();
        Region region = settings.region() != null ? settings.region()
                : Region.of(regionCode).orElseThrow(() -> new ApiException(422, "connection.region_unknown"));
        if (!settings.isComplete()) {
            throw new ApiException(409, "connection.app_missing");
        }
        return URI.create(endpoints.authorize(region) + "?client_id=" + encoded(settings.clientId())
                + "&state=" + encoded(states.issue(user.getKey(), project, region))
                + "&redirect_uri=" + encoded(redirectUrl().toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
