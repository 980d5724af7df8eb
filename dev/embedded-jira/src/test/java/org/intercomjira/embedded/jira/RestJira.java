package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Jira's own part behind a bare Tomcat that understands basic authentication and access tokens. */
final class RestJira implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JiraDatabase database;
    private final EmbeddedJiraSide side;
    private final Tomcat tomcat = new Tomcat();
    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private Consumer<Object> listener = event -> { };

    /** A status and a JSON body, which is JSON null when there is none. */
    record Reply(int status, JsonElement body) {
        JsonObject object() {
            return body.getAsJsonObject();
        }
    }

    RestJira(Path home) throws LifecycleException {
        database = JiraDatabase.open(JiraDatabase.Options.h2(home));
        side = new EmbeddedJiraSide(database, new Ear(), TestJira.SETTINGS);
        tomcat.setBaseDir(home.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("/jira", home.toString());
        context.addFilterDef(definition());
        FilterMap map = new FilterMap();
        map.setFilterName("caller");
        map.addURLPattern("/*");
        context.addFilterMap(map);
        side.servlets().forEach((pattern, servlet) -> {
            Tomcat.addServlet(context, pattern, servlet);
            context.addServletMappingDecoded(pattern, pattern);
        });
        tomcat.getConnector();
        tomcat.start();
    }

    List<Object> heard() {
        return heard;
    }

    /** Called for each event on the thread that published it. */
    void whenHeard(Consumer<Object> action) {
        listener = action;
    }

    EmbeddedJiraSide side() {
        return side;
    }

    Reply get(String user, String path) throws IOException, InterruptedException {
        return send(basic(user), "GET", path, null, null);
    }

    Reply call(String user, String method, String path, String json) throws IOException, InterruptedException {
        return send(basic(user), method, path, json, "application/json");
    }

    /** {@code authorization} is the header's value or null. */
    Reply send(String authorization, String method, String path, String body, String contentType) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/jira" + path));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), JsonParser.parseString(response.body().isEmpty() ? "null" : response.body()));
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        database.close();
    }

    private FilterDef definition() {
        Filter filter = (request, response, chain) -> {
            String header = ((HttpServletRequest) request).getHeader("Authorization");
            side.actAs(header == null ? null : caller(header).orElseThrow());
            chain.doFilter(request, response);
            side.actAs(null);
        };
        FilterDef definition = new FilterDef();
        definition.setFilterName("caller");
        definition.setFilter(filter);
        return definition;
    }

    private Optional<ApplicationUser> caller(String header) {
        if (header.startsWith("Bearer ")) {
            return side.byAccessToken(header.substring("Bearer ".length()));
        }
        String[] pair = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8).split(":");
        return side.authenticate(pair[0], pair[1]);
    }

    private static String basic(String user) {
        return user == null ? null : "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    private final class Ear implements EventPublisher {
        @Override
        public void publish(Object event) {
            heard.add(event);
            RestJira.this.listener.accept(event);
        }

        @Override
        public void register(Object listener) {
            throw new UnsupportedOperationException("nothing registers here");
        }

        @Override
        public void unregister(Object listener) {
            throw new UnsupportedOperationException("nothing registers here");
        }
    }
}
