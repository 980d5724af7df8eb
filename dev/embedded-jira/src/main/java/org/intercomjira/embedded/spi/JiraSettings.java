package org.intercomjira.embedded.spi;

import java.net.URI;
import java.util.List;

/**
 * How this Jira was started.
 *
 * @param baseUrl       the canonical address, with the context path and without a slash at the end
 * @param extraProjects more projects than DEMO and OPS, each as {@code KEY:Name}
 * @param nodeId        this node's name in the cluster
 * @param history       order and ids of history and comments
 */
public record JiraSettings(URI baseUrl, List<String> extraProjects, String nodeId, HistorySettings history) {
}
