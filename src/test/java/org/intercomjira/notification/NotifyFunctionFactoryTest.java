package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class NotifyFunctionFactoryTest {
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final NotifyFunctionFactory factory = mock(NotifyFunctionFactory.class, Mockito.withSettings().useConstructor(i18n).defaultAnswer(Mockito.CALLS_REAL_METHODS));

    @BeforeEach
    void texts() {
        when(i18n.getText(any())).thenAnswer(call -> call.getArgument(0));
    }

    @Test
    void theLineInTheWorkflowEditorSaysWhetherConversationsAreOpened() {
        assertThat(view("true")).containsEntry("description", "intercom.notification.function.view.reopen");
        assertThat(view("false")).containsEntry("description", "intercom.notification.function.view");
        assertThat(view(null)).containsEntry("description", "intercom.notification.function.view");
    }

    @Test
    void aBoxThatIsNotCheckedIsNotSent() {
        assertThat((Object) factory.getDescriptorParams(Map.of()).get("reopen")).isEqualTo("false");
    }

    @Test
    void theFormShowsWhatWasChosen() {
        Map<String, Object> params = new HashMap<>();

        factory.getVelocityParamsForEdit(params, descriptor("true"));

        assertThat(params).containsEntry("reopen", true);
        factory.getVelocityParamsForInput(params);
        assertThat(params).containsEntry("reopen", false).containsKeys("label", "hint");
    }

    private Map<String, Object> view(String reopen) {
        Map<String, Object> params = new HashMap<>();
        factory.getVelocityParamsForView(params, descriptor(reopen));
        return params;
    }

    private static FunctionDescriptor descriptor(String reopen) {
        Map<String, String> args = new HashMap<>();
        args.put("reopen", reopen);
        FunctionDescriptor descriptor = mock(FunctionDescriptor.class);
        when(descriptor.getArgs()).thenReturn(args);
        return descriptor;
    }
}
