package org.intercomjira.embedded.host.service;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What Jira says of itself. */
public record HostProperties(URI baseUrl, Path home, Path sharedHome) implements ApplicationProperties {
    @Override
    public String getBaseUrl(UrlMode mode) {
        return baseUrl.toString();
    }

    @Override
    public Optional<Path> getSharedHomeDirectory() {
        return Optional.of(sharedHome);
    }

    @Override
    public Optional<Path> getLocalHomeDirectory() {
        return Optional.of(home);
    }
}
