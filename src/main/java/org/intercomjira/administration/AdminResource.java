package org.intercomjira.administration;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.intercomjira.connection.ConsentRequest;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.Secret;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.GlobalSettingsService;

/** The global settings and the list of connections. For Jira administrators. */
@Path("/admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {
    private static final int LONGEST = 255;

    private final Permissions permissions;
    private final SecureAdministrator administrator;
    private final GlobalSettingsService settings;
    private final ConsentRequest consent;
    private final ConnectionList connections;

    @Inject
    public AdminResource(Permissions permissions, SecureAdministrator administrator, GlobalSettingsService settings, ConsentRequest consent,
            ConnectionList connections) {
        this.permissions = permissions;
        this.administrator = administrator;
        this.settings = settings;
        this.consent = consent;
        this.connections = connections;
    }

    /** Says only whether a client secret is set. */
    @GET
    @Path("/settings")
    public String get() {
        permissions.requireJiraAdministrator();
        return view();
    }

    /** Stores all of it; without a client secret, or with an empty one, the stored secret stays. */
    @PUT
    @Path("/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    public String put(@Context HttpServletRequest request, String body) {
        administrator.require(request);
        Wanted wanted = Json.read(body, Wanted.class);
        settings.save(clientId(wanted.clientId()), secret(wanted.clientSecret()), region(wanted.region()));
        return view();
    }

    /** All connections of this Jira. */
    @GET
    @Path("/connections")
    public String connections() {
        permissions.requireJiraAdministrator();
        return Json.write(connections.all());
    }

    private String view() {
        GlobalSettings stored = settings.get();
        String redirectUrl = consent.redirectUrl().toString();
        return Json.write(new View(stored.clientId(), stored.clientSecretSet(), stored.region(), redirectUrl, redirectUrl.startsWith("https:")));
    }

    private static String clientId(String given) {
        String clientId = given == null ? "" : given.strip();
        if (clientId.isEmpty() || clientId.length() > LONGEST) {
            throw new ApiException(422, "administration.client_id");
        }
        return clientId;
    }

    private static Secret secret(Secret given) {
        String text = given == null ? "" : given.reveal().strip();
        if (text.length() > LONGEST) {
            throw new ApiException(422, "administration.client_secret");
        }
        return text.isEmpty() ? null : new Secret(text);
    }

    private static Region region(String code) {
        return code == null || code.isEmpty() ? null : Region.of(code).orElseThrow(() -> new ApiException(422, "connection.region_unknown"));
    }

    private record Wanted(String clientId, Secret clientSecret, String region) {
    }

    /** @param baseUrlHttps Intercom takes only https redirect URLs */
    private record View(String clientId, boolean clientSecretSet, Region region, String redirectUrl, boolean baseUrlHttps) {
    }
}
