package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Optional;

/** The host's addresses and homes. Imported as salApplicationProperties. */
public interface ApplicationProperties {
    String getBaseUrl(UrlMode mode);

    Optional<Path> getSharedHomeDirectory();

    Optional<Path> getLocalHomeDirectory();
}
