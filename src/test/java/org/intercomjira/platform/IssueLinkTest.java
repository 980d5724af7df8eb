package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueLinkTest {
    private static final URI DEMO_7 = URI.create("https://jira.example.org/jira/browse/DEMO-7");

    @ParameterizedTest(name = "{0}{1}#{2}: {3}")
    @CsvSource({
        "https://jira.example.org/jira/browse/, DEMO-7, change-1, true",
        "https://jira.example.org/jira/browse/, OPS-12, change-1, true",
        "http://former.example.org/browse/, DEMO-7, change-1, true",
        "http://former.example.org/browse/, OPS-12, change-1, false",
        "https://jira.example.org/jira/browse/, DEMO-7, change-11, false",
        "http://former.example.org/browse/, DEMO-7, comment-1, false"})
    void theKeyCountsUnderAnotherBaseUrl(String folder, String key, String fragment, boolean names) {
        assertThat(new IssueLink(folder, key, fragment).names(DEMO_7, "change-1")).isEqualTo(names);
    }

    @Test
    void theFirstLinkOfTheFormCountsThoughOthersStandBeforeIt() {
        assertThat(IssueLink.firstIn("<a href='https://a.example/browse/A-1'>A</a><a href='https://b.example/browse/B-2?x=1&amp;y#link-3'>B</a>"
            + "<a href='https://c.example/browse/C-4#link-5'>C</a>")).contains(new IssueLink("https://b.example/browse/", "B-2", "link-3"));
    }

    @Test
    void textWithoutLinksIsReadAsText() {
        assertThat(IssueLink.firstIn("<p>see https://b.example/browse/B-2#link-3, please</p>")).contains(new IssueLink("https://b.example/browse/", "B-2", "link-3"));
        assertThat(IssueLink.firstIn("<p>nothing</p>")).isEmpty();
        assertThat(IssueLink.firstIn(null)).isEmpty();
    }

    @Test
    void aLongTextOfBeginningsIsReadInTime() {
        String text = "http://".repeat(30_000);

        assertTimeout(Duration.ofSeconds(20), () -> assertThat(IssueLink.firstIn(text)).isEmpty());
    }
}
