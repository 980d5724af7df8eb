package org.intercomjira.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsDocumentTest {
    /** As the vendor's app documents it. */
    private static final String WHOLE = """
            {"intercomIssuePanel":{"enabled":false,"allowConversationView":false,"visibleFields":{"user":["plan","email"],"lead":[],"company":["size"]}},
             "conversationLinking":{"enabled":false,"unassignOnOpen":true,"notificationTriggers":{
               "issueAssignmentChanged":{"name":"a","enabled":false,"reopenConversations":true},
               "issueCommented":{"name":"b","enabled":true,"reopenConversations":true,"filterEnabled":true},
               "issueTransitioned":{"name":"c","enabled":false,"reopenConversations":false}}}}""";

    @Test
    void nothingStoredMeansDefaults() {
        ProjectSettings settings = document("{}").settings();
        assertThat(settings).isEqualTo(ProjectSettings.DEFAULTS);
        assertThat(settings.linkingEnabled()).isTrue();
        assertThat(settings.trigger(Trigger.ISSUE_TRANSITIONED)).isEqualTo(new TriggerSettings(true, false, false));
        assertThat(settings.visibleFields().user()).containsExactly("email", "phone", "user_id", "created_at", "last_request_at", "session_count");
        assertThat(settings.visibleFields().company()).containsExactly("size", "website");
    }

    @Test
    void everyKeyIsRead() {
        ProjectSettings settings = document(WHOLE).settings();
        assertThat(settings.panelEnabled() || settings.conversationViewEnabled() || settings.linkingEnabled()).isFalse();
        assertThat(settings.unassignOnOpen()).isTrue();
        assertThat(settings.trigger(Trigger.ISSUE_ASSIGNMENT_CHANGED)).isEqualTo(new TriggerSettings(false, true, false));
        assertThat(settings.trigger(Trigger.ISSUE_COMMENTED)).isEqualTo(new TriggerSettings(true, true, true));
        assertThat(settings.trigger(Trigger.ISSUE_TRANSITIONED)).isEqualTo(new TriggerSettings(false, false, false));
        assertThat(settings.visibleFields()).isEqualTo(new VisibleFields(List.of("plan", "email"), List.of(), List.of("size")));
    }

    @Test
    void whatTheVendorsAppWroteStaysAsItIsAndOursStandsBesideIt() {
        JsonObject completed = document(WHOLE).completed();
        assertThat(completed.remove("intercomForJiraDataCenter"))
                .isEqualTo(JsonParser.parseString("{\"linkNotes\":true,\"internalComments\":false,\"customerReplies\":false}"));
        assertThat(completed).isEqualTo(JsonParser.parseString(WHOLE));
    }

    @ParameterizedTest
    @EnumSource(Switch.class)
    void eachSwitchIsReadFromItsOwnPlace(Switch each) {
        boolean other = !ProjectSettings.DEFAULTS.isOn(each);
        JsonObject changed = new JsonObject();
        JsonPaths.put(changed, each.path(), new JsonPrimitive(other));
        assertThat(new SettingsDocument(changed).settings()).isEqualTo(ProjectSettings.DEFAULTS.with(each, other));
    }

    @Test
    void startingAgainKeepsWhatIsUnknownOnly() {
        JsonObject stored = JsonParser.parseString(WHOLE).getAsJsonObject();
        assertThat(new SettingsDocument(stored).unknown()).isEqualTo(new JsonObject());
        stored.getAsJsonObject("conversationLinking").addProperty("future", 1);
        assertThat(new SettingsDocument(stored).unknown()).hasToString("{\"conversationLinking\":{\"future\":1}}");
        assertThat(document("{\"conversationLinking\":7,\"x\":[]}").unknown()).hasToString("{\"x\":[]}");
    }

    @Test
    void defaultsAreWrittenOutBesideWhatIsUnknown() {
        JsonObject completed = document("{\"x\":1,\"conversationLinking\":{\"y\":[2],\"enabled\":false}}").completed();
        assertThat(completed.get("x").getAsInt()).isEqualTo(1);
        assertThat(completed.getAsJsonObject("conversationLinking").get("y").toString()).isEqualTo("[2]");
        assertThat(document(completed.toString()).settings().linkingEnabled()).isFalse();
        assertThat(completed.getAsJsonObject("intercomIssuePanel").get("enabled").getAsBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"conversationLinking\":{\"enabled\":\"yes\"}}", "{\"conversationLinking\":7}", "{\"conversationLinking\":null}",
        "{\"intercomIssuePanel\":{\"visibleFields\":{\"user\":[1]}}}", "{\"intercomIssuePanel\":{\"visibleFields\":[]}}",
        "{\"conversationLinking\":{\"notificationTriggers\":{\"issueCommented\":{\"filterEnabled\":0}}}}"})
    void nonsenseTakesDefaultsAndIsListed(String text) {
        SettingsDocument document = document(text);
        assertThat(document.settings()).isEqualTo(ProjectSettings.DEFAULTS);
        assertThat(document.nonsense()).isNotEmpty();
        assertThat(document(document.completed().toString()).nonsense()).isEmpty();
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        JsonObject change = JsonParser.parseString("{\"conversationLinking\":{\"notificationTriggers\":{\"issueTransitioned\":{\"enabled\":true}}}}").getAsJsonObject();
        JsonObject merged = document(WHOLE).mergedWith(change);
        JsonObject expected = JsonParser.parseString(WHOLE.replace("\"name\":\"c\",\"enabled\":false", "\"name\":\"c\",\"enabled\":true")).getAsJsonObject();
        assertThat(merged).isEqualTo(expected);
    }

    @Test
    void aListIsReplacedWhole() {
        JsonObject change = JsonParser.parseString("{\"intercomIssuePanel\":{\"visibleFields\":{\"user\":[\"phone\"]}}}").getAsJsonObject();
        SettingsDocument merged = new SettingsDocument(document(WHOLE).mergedWith(change));
        assertThat(merged.settings().visibleFields().user()).containsExactly("phone");
        assertThat(merged.settings().visibleFields().company()).containsExactly("size");
    }

    private static SettingsDocument document(String text) {
        return new SettingsDocument(JsonParser.parseString(text).getAsJsonObject());
    }
}
