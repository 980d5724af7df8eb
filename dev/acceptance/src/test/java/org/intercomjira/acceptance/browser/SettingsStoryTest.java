package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project administrator changes the settings of a project, by mouse and by keyboard. */
@InBrowser
class SettingsStoryTest {
    private static final String PROPERTY = "/rest/api/2/project/DEMO/properties/intercom.connection.configuration";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;

    SettingsStoryTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void openTheSettings() {
        person = Person.loggedIn(site, windows, Account.PROJECT_ADMIN);
        open();
    }

    @Test
    void eachSwitchIsSavedAtOnceByTheKeyboardAndSurvivesAReload() {
        assertThat(switches()).hasCount(14);
        person.pictureOf(person.page().locator("#intercom-switches"), "project-settings-switches");
        List<Locator> all = switches().all();
        for (Locator each : all) {
            boolean before = each.isChecked();
            each.focus();
            each.press("Space");
            assertThat(outcomeOf(each)).hasText("Saved");
            assertThat(each).isFocused();
            assertThat(each.isChecked()).isNotEqualTo(before);
        }
        List<Boolean> chosen = all.stream().map(Locator::isChecked).toList();
        open();
        assertThat(switches().all().stream().map(Locator::isChecked).toList()).isEqualTo(chosen);
        assertThat(switchOf("conversationLinking.enabled")).not().isChecked();
        assertThat(switchOf("intercomForJiraDataCenter.customerReplies")).isChecked();
    }

    @Test
    void aChangeThatIsNotSavedIsTakenBackAndSaidSo() {
        Locator linking = switchOf("conversationLinking.enabled");
        person.page().route("**/settings", Route::abort);
        clickLabelOf(linking);
        assertThat(outcomeOf(linking)).containsText("Not saved. Jira could not be reached.");
        assertThat(linking).isChecked();
        fields("user").getByRole(AriaRole.BUTTON, named("Remove Email")).click();
        assertThat(outcome("user")).containsText("Not saved.");
        assertThat(namesOf("user").first()).hasText("email");
        person.page().unroute("**/settings");
        clickLabelOf(linking);
        assertThat(outcomeOf(linking)).hasText("Saved");
        assertThat(linking).not().isChecked();
    }

    @Test
    void whatAnotherAdministratorChangesMeanwhileIsNeitherLostNorHidden() {
        JsonObject theirs = JsonParser.parseString("{\"conversationLinking\":{\"unassignOnOpen\":true}}").getAsJsonObject();
        site.as(Account.ADMIN).plugin().saveSettings("DEMO", theirs).expect(200);
        Locator panel = switchOf("intercomIssuePanel.enabled");
        clickLabelOf(panel);
        assertThat(outcomeOf(panel)).hasText("Saved");
        assertThat(switchOf("conversationLinking.unassignOnOpen")).isChecked();
        JsonObject stored = site.as(Account.ADMIN).plugin().settings("DEMO").expect(200).json();
        assertThat(stored.getAsJsonObject("conversationLinking").get("unassignOnOpen").getAsBoolean()).isTrue();
        assertThat(stored.getAsJsonObject("intercomIssuePanel").get("enabled").getAsBoolean()).isFalse();
    }

    @Test
    void fieldsAreAddedMovedAndRemovedWithoutAMouse() {
        Locator field = fields("user").getByRole(AriaRole.COMBOBOX);
        field.fill("plan");
        Locator option = fields("user").getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("custom_attributes.plan"));
        assertThat(option).containsText("Custom");
        assertThat(option).containsText("The plan the person is on");
        person.picture("project-settings-field-picker");
        field.press("ArrowDown");
        field.press("Enter");
        assertThat(outcome("user")).containsText("Plan has been added at position 7. Saved");
        assertThat(field).isFocused();
        Locator up = fields("user").getByRole(AriaRole.BUTTON, named("Move Plan up"));
        up.focus();
        up.press("Enter");
        assertThat(outcome("user")).containsText("Plan is now at position 6 of 7. Saved");
        assertThat(up).isFocused();
        up.press("Alt+ArrowUp");
        assertThat(outcome("user")).containsText("Plan is now at position 5 of 7. Saved");
        assertThat(up).isFocused();
        Locator remove = fields("user").getByRole(AriaRole.BUTTON, named("Remove Phone"));
        remove.focus();
        remove.press("Space");
        assertThat(outcome("user")).containsText("Phone has been removed. Saved");
        assertThat(fields("user").getByRole(AriaRole.BUTTON, named("Remove User ID"))).isFocused();
        open();
        assertThat(namesOf("user")).hasText(new String[] {"email", "user_id", "created_at", "custom_attributes.plan", "last_request_at", "session_count"});
        assertThat(namesOf("lead")).hasCount(6);
        person.pictureOf(person.page().locator("#intercom-fields"), "project-settings-visible-fields");
        fields("user").getByRole(AriaRole.BUTTON, named("Reset to default")).click();
        assertThat(outcome("user")).containsText("The default fields are shown again. Saved");
        assertThat(namesOf("user")).hasText(new String[] {"email", "phone", "user_id", "created_at", "last_request_at", "session_count"});
    }

    @Test
    void aFieldIsDraggedToAnotherPlace() {
        Locator rows = fields("company").getByRole(AriaRole.LISTITEM);
        rows.nth(1).dragTo(rows.nth(0));
        assertThat(outcome("company")).containsText("is now at position 1 of 2. Saved");
        assertThat(namesOf("company")).hasText(new String[] {"website", "size"});
    }

    @Test
    void withoutIntercomTheStandardFieldsCanBePicked() {
        site.as(Account.PROJECT_ADMIN).plugin().revoke("DEMO").expect(204);
        open();
        assertThat(person.page().locator("#intercom-fields-notice")).containsText("only the standard fields can be picked");
        fields("company").getByRole(AriaRole.COMBOBOX).fill("industry");
        fields("company").getByRole(AriaRole.OPTION).first().click();
        assertThat(outcome("company")).containsText("Industry has been added at position 3. Saved");
    }

    @Test
    void settingsThatSomebodyEditedToNonsenseAreShownAsSuchAndReplacedOnlyOnDemand() {
        site.as(Account.PROJECT_ADMIN).http().send("PUT", PROPERTY, "application/json", "[\"mine\"]");
        open();
        Locator warning = person.page().locator("#intercom-settings-unusable");
        assertThat(warning).containsText("cannot be understood");
        assertThat(switchOf("conversationLinking.enabled")).isChecked();
        assertThat(switchOf("conversationLinking.enabled")).isDisabled();
        person.picture("project-settings-nonsense");
        person.button("Start again with the defaults").click();
        person.button("Cancel").click();
        assertThat(stored().isJsonArray()).isTrue();
        person.button("Start again with the defaults").click();
        person.page().locator("#intercom-reset-confirm").click();
        assertThat(warning).isHidden();
        assertThat(person.page().locator("#intercom-settings-status")).hasText("All settings are at their defaults.");
        clickLabelOf(switchOf("conversationLinking.enabled"));
        assertThat(outcomeOf(switchOf("conversationLinking.enabled"))).hasText("Saved");
        assertThat(stored().isJsonObject()).isTrue();
    }

    private JsonElement stored() {
        return site.as(Account.PROJECT_ADMIN).projectProperty("DEMO", "intercom.connection.configuration").expect(200).json().get("value");
    }

    private void open() {
        person.openIntegrationSettings("DEMO");
        assertThat(person.page().locator("#intercom-fields")).hasAttribute("aria-busy", "false");
    }

    private Locator switches() {
        return person.page().locator("#intercom-switches").getByRole(AriaRole.CHECKBOX);
    }

    private Locator switchOf(String path) {
        return person.page().locator("input[data-path='" + path + "']");
    }

    /** As with a mouse: the label covers the box. */
    private void clickLabelOf(Locator box) {
        person.page().locator("label[for='" + box.getAttribute("id") + "']").click();
    }

    private Locator outcomeOf(Locator box) {
        return box.locator("xpath=..").getByRole(AriaRole.STATUS);
    }

    private Locator fields(String kind) {
        return person.page().locator("#intercom-fields-" + kind);
    }

    private Locator outcome(String kind) {
        return fields(kind).getByRole(AriaRole.STATUS);
    }

    private Locator namesOf(String kind) {
        return fields(kind).locator(".intercom-fields-list code");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
