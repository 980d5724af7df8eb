package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.WorkflowEditor;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Jira administrator puts the post function on a transition, changes it and takes it away. */
@InBrowser
class WorkflowPageTest {
    private static final String NOTE = "Linked Intercom conversations get a note about the transition.";
    private static final String NOTE_AND_REOPEN = "Linked Intercom conversations get a note about the transition, and closed ones are reopened.";
    private final Site site;
    private final Person person;

    WorkflowPageTest(Site site, Windows windows) {
        this.site = site;
        this.person = Person.loggedIn(site, windows, Account.ADMIN);
    }

    @AfterEach
    void leaveTheWorkflowAsItWas() {
        new WorkflowEditor(site).removeAll(Jira.DONE);
    }

    @Test
    void thePostFunctionIsAddedEditedAndRemoved() {
        openTheTransition();
        assertThat(functions()).hasCount(0);
        person.page().getByText("Add post function").click();
        person.page().getByText("Notify Intercom Conversations").click();
        person.button("Add").click();

        Locator reopen = person.page().getByLabel("Reopen closed conversations");
        assertThat(reopen).not().isChecked();
        clickLabelOf(reopen);
        assertThat(reopen).isChecked();
        assertThat(Axe.graveFaults(person.page(), "#function-parameters-form")).isEmpty();
        person.button("Add").click();
        assertThat(functions()).containsText(NOTE_AND_REOPEN);
        assertThat(functions()).containsText("Notify Intercom Conversations");
        person.picture("workflow-post-functions");

        functions().getByText("Edit").click();
        assertThat(reopen).isChecked();
        clickLabelOf(reopen);
        assertThat(reopen).not().isChecked();
        person.button("Update").click();
        assertThat(functions().locator(".workflow-function-description")).hasText(NOTE);

        functions().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();
        assertThat(functions()).hasCount(0);
    }

    private void openTheTransition() {
        person.open("/secure/admin/workflows/ViewWorkflowSteps.jspa");
        person.page().getByLabel("Password").fill(Account.ADMIN.password());
        person.button("Confirm").click();
        person.page().locator("#view_transition_" + Jira.DONE).click();
    }

    /** As with a mouse: AUI lays the label over the box. */
    private void clickLabelOf(Locator box) {
        person.page().locator("label[for='" + box.getAttribute("id") + "']").click();
    }

    private Locator functions() {
        return person.page().locator("li.plugin-function");
    }
}
