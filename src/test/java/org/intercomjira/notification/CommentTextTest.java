package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.RendererManager;
import java.net.URI;
import java.util.Optional;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {
    private static final URI COMMENT = URI.create("https://jira.example.org/browse/DEMO-7#comment-1");

    private final RendererManager renderers = mock(RendererManager.class);
    private final BaseUrl baseUrl = mock(BaseUrl.class);
    private final MutableIssue issue = Samples.issue();
    private final ManualClock clock = new ManualClock();
    private final CommentText text = new CommentText(renderers, baseUrl, clock);

    @BeforeEach
    void jiraHasAnAddress() {
        when(baseUrl.jira()).thenReturn(URI.create("https://jira.example.org"));
    }

    @Test
    void aCommentIsRendered() {
        when(renderers.getRenderedContent(any(), any(), any())).thenReturn("<p>It works</p>");

        assertThat(html("It works")).contains("<p>It works</p>");
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class, OutOfMemoryError.class})
    void whatFailsThreeTimesIsNotTriedAgain(Class<? extends Throwable> failure) {
        when(renderers.getRenderedContent(any(), any(), any())).thenThrow(failure);

        assertThatThrownBy(() -> html("{broken}")).isInstanceOf(CommentText.NotRendered.class);
        assertThatThrownBy(() -> html("{broken}")).isInstanceOf(CommentText.NotRendered.class);
        assertThat(html("{broken}")).isEmpty();
        assertThat(html("{broken}")).isEmpty();

        verify(renderers, times(RenderingTries.MOST)).getRenderedContent(any(), any(), any());
    }

    @Test
    void aCommentThatItsAuthorRepairedIsRendered() {
        when(renderers.getRenderedContent(any(), any(), any())).thenThrow(new IllegalStateException());
        for (int i = 1; i < RenderingTries.MOST; i++) {
            assertThatThrownBy(() -> html("{broken}")).isInstanceOf(CommentText.NotRendered.class);
        }
        assertThat(html("{broken}")).isEmpty();
        doReturn("<p>repaired</p>").when(renderers).getRenderedContent(any(), any(), any());

        assertThat(html("repaired")).contains("<p>repaired</p>");
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        when(renderers.getRenderedContent(any(), any(), any())).thenThrow(new IllegalStateException()).thenThrow(new IllegalStateException())
                .thenReturn("<p>x</p>").thenThrow(new IllegalStateException());
        assertThatThrownBy(() -> html("x")).isInstanceOf(CommentText.NotRendered.class);
        assertThatThrownBy(() -> html("x")).isInstanceOf(CommentText.NotRendered.class);
        assertThat(html("x")).contains("<p>x</p>");

        assertThatThrownBy(() -> html("x")).isInstanceOf(CommentText.NotRendered.class);
    }

    @Test
    void threeRenderingsThatHangAreEnough() {
        RenderingTries tries = new RenderingTries();
        RenderingTries.Text comment = new RenderingTries.Text(COMMENT, 1);
        for (int i = 0; i < RenderingTries.MOST; i++) {
            tries.begin(comment, clock.instant());
        }
        assertThat(tries.areUsedUp(comment, clock.instant())).as("they have only begun").isFalse();

        clock.advance(RenderingTries.LONGEST);

        assertThat(tries.areUsedUp(comment, clock.instant())).isTrue();
    }

    private Optional<String> html(String wiki) {
        return text.html(issue, wiki, COMMENT, "more");
    }
}
