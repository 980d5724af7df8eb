package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.connection.AttributeViews.AttributeView;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.intercom.DataAttribute.Model;
import org.intercomjira.intercom.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributeViewsTest {
    private static final DataAttribute EMAIL = new DataAttribute("email", "Email", null, "string", false);
    private static final DataAttribute PLAN = new DataAttribute("custom_attributes.plan", "A plan", "What they pay for", "string", true);

    @TempDir
    private Path home;
    private Scene scene;
    private AttributeViews views;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        I18nResolver i18n = mock(I18nResolver.class);
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
        views = new AttributeViews(scene.connections, new AttributeCatalogue(scene.intercom, scene.clock), new StandardAttributes(i18n), i18n);
        intercomSays(new Answer.Ok<>(List.of(PLAN, EMAIL)));
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void theWorkspacesAttributesComeWithTheStandardOnesThatIntercomCallsOtherwise() {
        scene.connect(Scene.DEMO, Scene.ACME);
        AttributeView view = views.of(Scene.DEMO);
        assertThat(view.complete()).isTrue();
        assertThat(view.message()).isNull();
        assertThat(view.contact()).contains(EMAIL).endsWith(PLAN);
        assertThat(view.contact().stream().map(DataAttribute::name)).contains("user_id").doesNotHaveDuplicates();
    }

    @Test
    void theyAreAskedForOnceInSomeMinutes() {
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connect(Scene.OPS, Scene.ACME);
        views.of(Scene.DEMO);
        views.of(Scene.OPS);
        verify(scene.intercom, times(1)).attributes(any(), eq(Model.CONTACT));
        scene.clock.advance(Duration.ofMinutes(5));
        views.of(Scene.DEMO);
        verify(scene.intercom, times(2)).attributes(any(), eq(Model.CONTACT));
    }

    @Test
    void anotherWorkspaceHasItsOwn() {
        scene.connect(Scene.DEMO, Scene.ACME);
        views.of(Scene.DEMO);
        scene.connect(Scene.DEMO, Scene.SECOND);
        intercomSays(new Answer.Ok<>(List.of(EMAIL)));
        assertThat(views.of(Scene.DEMO).contact()).doesNotContain(PLAN);
    }

    @Test
    void withoutIntercomThereAreTheStandardOnesAndASentenceAndTheNextLookAsksAgain() {
        scene.connect(Scene.DEMO, Scene.ACME);
        intercomSays(new Answer.Failed<>(new Failure.Unreachable("connect_timeout")));
        AttributeView view = views.of(Scene.DEMO);
        assertThat(view.complete()).isFalse();
        assertThat(view.message()).isEqualTo("intercom.connection.attributes.unavailable");
        assertThat(view.company().stream().map(DataAttribute::name)).contains("size", "website");
        intercomSays(new Answer.Ok<>(List.of(PLAN)));
        assertThat(views.of(Scene.DEMO).contact()).contains(PLAN);
    }

    @Test
    void aProjectWithoutConnectionAsksNobody() {
        assertThat(views.of(Scene.DEMO).message()).isEqualTo("intercom.connection.attributes.missing");
        verifyNoInteractions(scene.intercom);
    }

    private void intercomSays(Answer<List<DataAttribute>> answer) {
        when(scene.intercom.attributes(any(), any())).thenReturn(CompletableFuture.completedFuture(answer));
    }
}
