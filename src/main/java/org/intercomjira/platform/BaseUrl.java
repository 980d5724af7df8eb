package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.net.URI;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Addresses of this Jira as the administrator configured them, never as a request claims them. */
@Component
public class BaseUrl {
    private final ApplicationProperties properties;

    public BaseUrl(@Qualifier("salApplicationProperties") @ComponentImport("salApplicationProperties") ApplicationProperties properties) {
        this.properties = properties;
    }

    /** The canonical base URL, without a slash at the end. */
    public URI jira() {
        return URI.create(base());
    }

    /** The address of an issue's page. */
    public URI issue(String key) {
        return URI.create(base() + "/browse/" + key);
    }

    /** The address of one of the plugin's pages, for instance {@code /intercom/admin}. */
    public URI servlet(String path) {
        return URI.create(base() + "/plugins/servlet" + path);
    }

    private String base() {
        return properties.getBaseUrl(UrlMode.CANONICAL).replaceAll("/+$", "");
    }
}
