package org.intercomjira.acceptance.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;

/** Where an administrator manages the plugins of one node. */
public final class PluginPage {
    private static final String ADDRESS = "/rest/plugins/1.0/";
    private static final String THIS_PLUGIN = ADDRESS + "org.intercomjira.intercom-for-jira-key";
    private final URI node;
    private final Jira jira;

    public PluginPage(URI node) {
        this.node = node;
        this.jira = new Jira(node, Account.ADMIN);
    }

    public void disable() {
        jira.http().put(THIS_PLUGIN, Map.of("enabled", false)).expect(200);
    }

    public void enable() {
        jira.http().put(THIS_PLUGIN, Map.of("enabled", true)).expect(200);
    }

    public String version() {
        return jira.http().get(THIS_PLUGIN).expect(200).json().get("version").getAsString();
    }

    public void upload(Path jar) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(node + ADDRESS)).header("Authorization", Account.ADMIN.authorization().orElseThrow())
                    .header("Content-Type", "application/octet-stream").PUT(HttpRequest.BodyPublishers.ofFile(jar)).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("The upload was answered with " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
