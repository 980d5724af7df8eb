package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

class IntercomEndpointsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ecahpwf5");

    @ParameterizedTest
    @CsvSource({
        "US, https://api.intercom.io, https://app.intercom.com",
        "EU, https://api.eu.intercom.io, https://app.eu.intercom.com",
        "AU, https://api.au.intercom.io, https://app.au.intercom.com",
    })
    void everyRegionHasItsHosts(Region region, URI api, URI app) {
        IntercomEndpoints endpoints = new IntercomEndpoints(false, null);

        assertThat(endpoints.api(region)).isEqualTo(api);
        assertThat(endpoints.app(region)).isEqualTo(app);
        assertThat(endpoints.authorize(region)).hasToString(app + "/oauth");
        assertThat(endpoints.conversationPage(region, WORKSPACE, new ConversationId("7")))
            .hasToString(app + "/a/inbox/ecahpwf5/inbox/conversation/7");
    }

    @Test
    void theTokenHasOneAddressForAllRegions() {
        assertThat(new IntercomEndpoints(false, null).token()).hasToString("https://api.intercom.io/auth/eagle/token");
    }

    @Test
    void outsideDevModeTheOverrideIsIgnored() {
        assertThat(new IntercomEndpoints(false, "http://127.0.0.1:1").api(Region.US)).hasToString("https://api.intercom.io");
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:1", "http://127.0.0.1:1/", "' http://127.0.0.1:1// '"})
    void inDevModeOneBaseStandsForAllHosts(String override) {
        IntercomEndpoints endpoints = new IntercomEndpoints(true, override);

        assertThat(endpoints.api(Region.EU)).hasToString("http://127.0.0.1:1/eu");
        assertThat(endpoints.app(Region.AU)).hasToString("http://127.0.0.1:1/au");
        assertThat(endpoints.token()).hasToString("http://127.0.0.1:1/us/auth/eagle/token");
    }

    @Test
    void aBlankOverrideIsNone() {
        assertThat(new IntercomEndpoints(true, " ").api(Region.US)).hasToString("https://api.intercom.io");
    }
}
