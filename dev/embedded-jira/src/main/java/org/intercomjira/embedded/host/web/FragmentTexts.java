package org.intercomjira.embedded.host.web;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.velocity.PluginTemplates;

/** Labels and links of web fragments, with the values that Jira offers there: {@code $projectKeyEncoded}, {@code $pathEncodedProjectKey}, {@code $project.key}, {@code $issue.key}. */
record FragmentTexts(HostTexts texts, PluginTemplates templates) {
    private static final String CONTEXT_PATH = "contextPath";

    String label(DescriptorElement module) {
        return module.child("label").map(label -> texts.getText(label.key())).orElse("");
    }

    String address(DescriptorElement link, Map<String, Object> values) {
        String address = templates.evaluate(link.toString(), link.text(), plain(values));
        return address.startsWith("/") ? values.getOrDefault(CONTEXT_PATH, "/jira") + address : address;
    }

    /** Jira's objects as plain maps: links may read these values and call nothing. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new HashMap<>();
        Object issue = values.get("issue");
        if (issue instanceof Issue known) {
            plain.put("issue", Map.of("key", known.getKey(), "id", known.getId()));
        }
        Object project = values.get("project") == null && issue instanceof Issue known ? known.getProjectObject() : values.get("project");
        if (project instanceof Project known) {
            plain.put("project", Map.of("key", known.getKey(), "id", known.getId()));
            plain.put("projectKeyEncoded", URLEncoder.encode(known.getKey(), StandardCharsets.UTF_8));
            plain.put("pathEncodedProjectKey", URLEncoder.encode(known.getKey(), StandardCharsets.UTF_8));
        }
        return plain;
    }
}
