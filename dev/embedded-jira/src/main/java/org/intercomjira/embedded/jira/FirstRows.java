package org.intercomjira.embedded.jira;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a new Jira is filled with, as {@code demo.json} says. */
record FirstRows(List<Constant> issueTypes, List<Status> statuses, List<Constant> priorities, List<Constant> resolutions, List<String> groups, List<Person> accounts,
                 List<DemoProject> projects) {
    record Constant(String id, String name) {
    }

    record Status(String id, String name, long category) {
    }

    record Person(String name, String displayName, List<String> groups) {
    }

    record DemoProject(String key, String name, String lead, String description, List<String> administrators, List<String> users, List<DemoIssue> issues) {
    }

    record DemoIssue(String type, String priority, String summary, String description, String reporter, String assignee) {
    }

    static FirstRows read() {
        try (InputStream file = FirstRows.class.getResourceAsStream("demo.json"); Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, FirstRows.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
