package org.intercomjira.embedded.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.intercomjira.embedded.EmbeddedJira;

/** A host on a free port, spoken to over HTTP alone. */
public final class TestHost implements AutoCloseable {
    public static final String ANONYMOUS = "";

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmbeddedJira jira;
    private final Path home;

    public TestHost(Path home, String... moreOptions) {
        this.home = home;
        String[] options = new String[moreOptions.length + 4];
        System.arraycopy(new String[] {"--port", "0", "--home", home.toString()}, 0, options, 0, 4);
        System.arraycopy(moreOptions, 0, options, 4, moreOptions.length);
        jira = EmbeddedJira.start(options);
    }

    /** Uploads as an administrator. */
    public HttpResponse<String> upload(TestPlugin plugin) throws IOException, InterruptedException {
        return send(request("admin", "/rest/plugins/1.0/").PUT(BodyPublishers.ofFile(plugin.in(home))));
    }

    public HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path));
    }

    public HttpResponse<String> put(String user, String path, String body) throws IOException, InterruptedException {
        return send(request(user, path).PUT(BodyPublishers.ofString(body)).header("Content-Type", "application/json"));
    }

    public HttpResponse<String> post(String user, String path, String contentType, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(user, path).POST(BodyPublishers.ofString(body)).header("Content-Type", contentType);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> delete(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path).DELETE());
    }

    private HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jira.address() + path));
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return user.equals(ANONYMOUS) ? request : request.header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        jira.close();
    }
}
