package org.intercomjira.intercom;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where Intercom is. The hosts are fixed, so that no setting and no pasted text can send a token elsewhere. Only in Atlassian's
 * dev mode may another base stand for all of them: {@code {base}/us}, {@code {base}/eu}, {@code {base}/au}.
 */
@Component
public class IntercomEndpoints {
    private final String override;

    @Autowired
    public IntercomEndpoints() {
        this(Boolean.getBoolean("atlassian.dev.mode"), System.getProperty("intercom.endpoint"));
    }

    /**
     * @param devMode  whether Jira runs in Atlassian's dev mode
     * @param endpoint the base that stands for Intercom in dev mode; null for Intercom itself
     */
    IntercomEndpoints(boolean devMode, String endpoint) {
        override = devMode && endpoint != null && !endpoint.isBlank() ? endpoint.strip().replaceAll("/+$", "") : null;
    }

    /** The base of the REST API, without a slash at its end. */
    public URI api(Region region) {
        return base(region, "api", "io");
    }

    /** The base of the pages that people see, without a slash at its end. */
    public URI app(Region region) {
        return base(region, "app", "com");
    }

    /** The page on which a teammate authorises this app. */
    public URI authorize(Region region) {
        return URI.create(app(region) + "/oauth");
    }

    /** Where a code is exchanged for a token: one address for all regions. */
    public URI token() {
        return URI.create(api(Region.US) + "/auth/eagle/token");
    }

    /** The conversation's page in the Inbox. */
    public URI conversationPage(Region region, WorkspaceId workspace, ConversationId conversation) {
        return URI.create(app(region) + "/a/inbox/" + workspace.value() + "/inbox/conversation/" + conversation.value());
    }

    /** The base of Intercom's own pages, whatever stands for them in dev mode. */
    static URI publicApp(Region region) {
        return publicBase(region, "app", "com");
    }

    private URI base(Region region, String host, String domain) {
        Objects.requireNonNull(region, "region");
        return override == null ? publicBase(region, host, domain) : URI.create(override + "/" + code(region));
    }

    private static URI publicBase(Region region, String host, String domain) {
        return URI.create("https://" + host + (region == Region.US ? "" : "." + code(region)) + ".intercom." + domain);
    }

    private static String code(Region region) {
        return region.name().toLowerCase(Locale.ROOT);
    }
}
