package org.intercomjira.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsPageTest {
    private static final ProjectId DEMO = new ProjectId(10_000);

    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final SettingsPage page = new SettingsPage(settings, i18n);

    @Test
    void everySwitchIsOnThePageOnce() {
        assertThat(SettingsPage.SECTIONS.stream().flatMap(section -> section.groups().stream()).flatMap(group -> group.switches().stream()))
                .containsExactlyInAnyOrder(Switch.values());
    }

    @Test
    void whatIsStoredIsShown() {
        Map<String, Object> values = values("{\"conversationLinking\":{\"enabled\":false}}", true);
        assertThat(values).containsEntry("unusable", false).containsEntry("closed", false);
        assertThat(values.get("sections").toString()).contains("path=conversationLinking.enabled").contains("intercom.settings.switch.comment_filter.hint");
        assertThat(on(values)).contains("intercomIssuePanel.enabled").doesNotContain("conversationLinking.enabled");
    }

    @Test
    void nonsenseIsNamedAndCanBeSetAgain() {
        assertThat(values("{\"conversationLinking\":{\"enabled\":7}}", true)).containsEntry("unusable", true).containsEntry("closed", false)
                .containsEntry("problems", List.of("conversationLinking.enabled"));
    }

    @Test
    void whatCannotBeReadAtAllClosesThePage() {
        assertThat(values("{}", false)).containsEntry("unusable", true).containsEntry("closed", true);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyHasAText(String key) throws IOException {
        assertThat(texts().getProperty(key)).isNotBlank();
    }

    static Stream<String> keys() {
        Stream<String> sections = SettingsPage.SECTIONS.stream().map(section -> "intercom.settings.section." + section.code())
                .flatMap(key -> Stream.of(key, key + ".hint"));
        Stream<String> groups = SettingsPage.SECTIONS.stream().flatMap(section -> section.groups().stream()).map(group -> "intercom.settings.group." + group.code());
        Stream<String> switches = Arrays.stream(Switch.values()).map(SettingsPage::textKey);
        Stream<String> hints = SettingsPage.EXPLAINED.stream().map(each -> SettingsPage.textKey(each) + ".hint");
        Stream<String> kinds = SettingsPage.KINDS.stream().map(kind -> "intercom.settings.fields." + kind);
        Stream<String> page = SettingsPage.TEXTS.stream().map(name -> "intercom.settings.page." + name);
        return Stream.of(sections, groups, switches, hints, kinds, page).flatMap(keys -> keys);
    }

    private Map<String, Object> values(String json, boolean readable) {
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
        when(settings.read(DEMO)).thenReturn(new Stored(new SettingsDocument(JsonParser.parseString(json).getAsJsonObject()), readable));
        return page.values(DEMO);
    }

    private static List<Object> on(Map<String, Object> values) {
        return inner(values, "sections").flatMap(section -> inner(section, "groups")).flatMap(group -> inner(group, "switches"))
                .filter(each -> each.get("isOn").equals(true)).map(each -> each.get("path")).toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> inner(Map<String, Object> values, String name) {
        return ((List<Map<String, Object>>) values.get(name)).stream();
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n/intercom.properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
