package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plugin settings with SAL's limits. */
class DatabasePluginSettingsTest {
    private final JiraDatabase database = TestDatabase.open();
    private final DatabasePluginSettings settings = new DatabasePluginSettings(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void textsListsAndMapsAreKept() {
        settings.put("t", "text");
        settings.put("l", List.of("a", "b"));
        settings.put("m", Map.of("k", "v"));
        assertThat(settings.get("t")).isEqualTo("text");
        assertThat(settings.get("l")).isEqualTo(List.of("a", "b"));
        assertThat(settings.get("m")).isEqualTo(Map.of("k", "v"));
    }

    @Test
    void aChangeGivesWhatWasThereBefore() {
        assertThat(settings.put("t", "one")).isNull();
        assertThat(settings.put("t", "two")).isEqualTo("one");
        assertThat(settings.put("t", null)).isEqualTo("two");
        assertThat(settings.get("t")).isNull();
        assertThat(settings.remove("t")).isNull();
    }

    @Test
    void whatJiraWouldRefuseIsRefused() {
        assertThatThrownBy(() -> settings.put("n", 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Integer");
        assertThatThrownBy(() -> settings.put("k".repeat(256), "v")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.put("k", "v".repeat(99_001))).isInstanceOf(IllegalArgumentException.class);
    }
}
