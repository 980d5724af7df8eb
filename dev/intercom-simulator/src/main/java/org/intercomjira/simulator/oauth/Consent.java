package org.intercomjira.simulator.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.world.Region;
import org.intercomjira.simulator.world.Workspace;
import org.intercomjira.simulator.world.World;

/** The page on which a teammate allows or denies, and what follows. */
public final class Consent {

    private final OAuthApps apps;
    private final Grants grants;
    private final World world;

    public Consent(OAuthApps apps, Grants grants, World world) {
        this.apps = apps;
        this.grants = grants;
        this.world = world;
    }

    /** {@code GET /{region}/oauth?client_id&state&redirect_uri}. */
    public Reply ask(Region region, Call call) {
        return check(call.queryParameter("client_id"), call.queryParameter("redirect_uri"))
                .map(problem -> Reply.html(400, ConsentPage.problem(problem)))
                .orElseGet(() -> Reply.html(200, ConsentPage.question(
                        apps.find(call.queryParameter("client_id").orElseThrow()).orElseThrow(),
                        call.queryParameter("state").orElse(""), call.queryParameter("redirect_uri").orElseThrow(),
                        region, world.workspacesOf(region))));
    }

    /** {@code POST /{region}/oauth/consent} with the fields of the page's form. */
    public Reply decide(Region region, Call call) {
        Map<String, String> form = call.form();
        Optional<String> problem = check(Optional.ofNullable(form.get("client_id")), Optional.ofNullable(form.get("redirect_uri")));
        if (problem.isPresent()) {
            return Reply.html(400, ConsentPage.problem(problem.get()));
        }
        if (!"allow".equals(form.get("decision"))) {
            return back(form, "error=access_denied");
        }
        return grant(region, form)
                .map(grant -> back(form, "code=" + encode(grants.issueCode(grant))))
                .orElseGet(() -> Reply.html(400, ConsentPage.problem("This region has no such workspace or teammate.")));
    }

    private Optional<Grant> grant(Region region, Map<String, String> form) {
        OAuthApp app = apps.find(form.get("client_id")).orElseThrow();
        return Optional.ofNullable(form.get("workspace"))
                .flatMap(world::workspace)
                .filter(workspace -> workspace.region() == region)
                .flatMap(workspace -> teammate(workspace, form).map(
                        teammate -> new Grant(app.clientId(), app.packageCode(), workspace.id(), teammate)));
    }

    private static Optional<String> teammate(Workspace workspace, Map<String, String> form) {
        String chosen = form.get("teammate");
        return workspace.teammates().stream().map(teammate -> teammate.id()).filter(id -> id.equals(chosen)).findFirst();
    }

    private Optional<String> check(Optional<String> clientId, Optional<String> redirectUri) {
        Optional<OAuthApp> app = clientId.flatMap(apps::find);
        if (app.isEmpty()) {
            return Optional.of("There is no app with this client_id.");
        }
        return redirectUri.filter(app.get()::allowsRedirectTo).isPresent()
                ? Optional.empty()
                : Optional.of("The redirect_uri is not one of the app's redirect addresses.");
    }

    private static Reply back(Map<String, String> form, String result) {
        String redirectUri = form.get("redirect_uri");
        String separator = redirectUri.contains("?") ? "&" : "?";
        String state = form.containsKey("state") ? "&state=" + encode(form.get("state")) : "";
        return Reply.redirect(redirectUri + separator + result + state);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
