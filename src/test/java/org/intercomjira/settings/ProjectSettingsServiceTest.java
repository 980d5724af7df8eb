package org.intercomjira.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.TestVault;
import org.intercomjira.testing.TestCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSettingsServiceTest {
    private static final ProjectId DEMO = new ProjectId(10_000);
    private static final String OFF = "{\"conversationLinking\":{\"enabled\":false}}";

    private final Properties properties = new Properties();
    private final SettingsChangeTimes times = mock(SettingsChangeTimes.class);
    private final ProjectSettingsService settings = new ProjectSettingsService(new SettingsProperty(properties), TestVault.mutex(), times, new TestCaches());

    @Test
    void aChangeIsStoredAndSeenAtOnce() {
        assertThat(settings.of(DEMO).linkingEnabled()).isTrue();
        settings.change(DEMO, json(OFF));
        assertThat(settings.of(DEMO).linkingEnabled()).isFalse();
        assertThat(settings.of(new ProjectId(10_001)).linkingEnabled()).isTrue();
        assertThat(properties.stored()).isEqualTo(OFF);
        verify(times).changedAt(DEMO, ProjectSettings.DEFAULTS.with(Switch.LINKING, false));
    }

    @Test
    void whatOthersWriteIsSeenAtOnceByAskingTheDatabase() {
        assertThat(settings.of(DEMO).linkingEnabled()).isTrue();
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, OFF);

        assertThat(settings.of(DEMO).linkingEnabled()).as("from memory").isTrue();
        assertThat(settings.now(DEMO).linkingEnabled()).isFalse();
    }

    @Test
    void twoChangesAddUpAndUnknownKeysStay() {
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, "{\"future\":{\"a\":[1]}}");
        settings.change(DEMO, json(OFF));
        settings.change(DEMO, json("{\"intercomIssuePanel\":{\"enabled\":false}}"));
        assertThat(json(properties.stored())).isEqualTo(json(
                "{\"future\":{\"a\":[1]},\"conversationLinking\":{\"enabled\":false},\"intercomIssuePanel\":{\"enabled\":false}}"));
    }

    @Test
    void repeatedQuestionsAreAnsweredFromMemory() {
        settings.of(DEMO);
        int before = properties.reads;
        settings.of(DEMO);
        assertThat(properties.reads).isEqualTo(before);
    }

    @Test
    void aChangeOfTheWrongKindIsRefusedAndNamed() {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> settings.change(DEMO, json("{\"conversationLinking\":{\"enabled\":1}}")))
                .satisfies(e -> assertThat(e.status()).isEqualTo(422))
                .satisfies(e -> assertThat(e.arguments()).containsExactly("conversationLinking.enabled"));
        assertThat(properties.stored()).isNull();
    }

    @Test
    void moreThanAPropertyHoldsIsRefused() {
        JsonObject change = new JsonObject();
        change.addProperty("x", "y".repeat(32_768));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> settings.change(DEMO, change))
                .satisfies(e -> assertThat(e.code()).isEqualTo("settings.too_long"));
        assertThat(properties.stored()).isNull();
    }

    @Test
    void whatIsNoObjectMeansDefaultsAndIsNotOverwritten() {
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, "[1]");
        assertThat(settings.of(DEMO)).isEqualTo(ProjectSettings.DEFAULTS);
        assertThat(settings.read(DEMO).invalid()).isTrue();
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> settings.change(DEMO, json(OFF))).satisfies(e -> assertThat(e.status()).isEqualTo(409));
        assertThat(properties.stored()).isEqualTo("[1]");
    }

    @Test
    void aStoredValueOfTheWrongKindIsFlaggedUntilItIsSetAgain() {
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, "{\"conversationLinking\":{\"enabled\":\"maybe\"}}");
        assertThat(settings.read(DEMO).invalid()).isTrue();
        assertThat(settings.change(DEMO, json(OFF)).invalid()).isFalse();
    }

    @Test
    void aChangeThrowsNothingAwayThatItDoesNotName() {
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, "{\"conversationLinking\":\"mine\"}");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> settings.change(DEMO, json(OFF))).satisfies(e -> assertThat(e.status()).isEqualTo(409));
        assertThat(properties.stored()).isEqualTo("{\"conversationLinking\":\"mine\"}");
        settings.change(DEMO, json("{\"intercomIssuePanel\":{\"enabled\":false}}"));
        assertThat(settings.of(DEMO).panelEnabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"conversationLinking\":7}", "no json"})
    void startingAgainMendsNonsense(String nonsense) {
        properties.put("ProjectProperty", 10_000L, SettingsProperty.KEY, nonsense);
        settings.of(DEMO);
        assertThat(settings.reset(DEMO).invalid()).isFalse();
        assertThat(properties.stored()).isNull();
        settings.change(DEMO, json(OFF));
        assertThat(settings.of(DEMO).linkingEnabled()).isFalse();
    }

    @Test
    void fieldsThatNobodyCanMeanAreRefused() {
        List<String> lists = List.of("[\" \"]", "[\"" + "x".repeat(256) + "\"]",
                IntStream.range(0, 51).mapToObj(i -> "\"f" + i + "\"").collect(Collectors.joining(",", "[", "]")));
        for (String list : lists) {
            JsonObject change = json("{\"intercomIssuePanel\":{\"visibleFields\":{\"lead\":" + list + "}}}");
            assertThatExceptionOfType(ApiException.class).isThrownBy(() -> settings.change(DEMO, change))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("settings.fields")).satisfies(e -> assertThat(e.status()).isEqualTo(422));
        }
        assertThat(properties.stored()).isNull();
    }

    @Test
    void twoAdministratorsAtTheSameTimeLoseNothing() throws Exception {
        List<CompletableFuture<Void>> changes = Arrays.stream(Switch.values()).map(each -> CompletableFuture.runAsync(() -> {
            JsonObject change = new JsonObject();
            JsonPaths.put(change, each.path(), new JsonPrimitive(!ProjectSettings.DEFAULTS.isOn(each)));
            settings.change(DEMO, change);
        })).toList();
        CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(settings.of(DEMO).on()).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(ProjectSettings.DEFAULTS.on())));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static final class Properties implements JsonEntityPropertyManager {
        private final Map<String, String> values = new HashMap<>();
        private int reads;

        String stored() {
            return values.get("ProjectProperty/10000/intercom.connection.configuration");
        }

        @Override
        public EntityProperty get(String entityName, Long entityId, String key) {
            reads++;
            String value = values.get(entityName + "/" + entityId + "/" + key);
            return value == null ? null : () -> value;
        }

        @Override
        public void put(String entityName, Long entityId, String key, String json) {
            values.put(entityName + "/" + entityId + "/" + key, json);
        }

        @Override
        public void delete(String entityName, Long entityId, String key) {
            values.remove(entityName + "/" + entityId + "/" + key);
        }
    }
}
