package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.intercomjira.embedded.host.sample.FirstVisit;
import org.intercomjira.embedded.host.sample.ForgottenEntity;
import org.intercomjira.embedded.host.sample.RunsResource;
import org.intercomjira.embedded.host.sample.SampleProblem;
import org.intercomjira.embedded.host.sample.SampleProblemMapper;
import org.intercomjira.embedded.host.sample.Starter;
import org.intercomjira.embedded.host.sample.Visit;
import org.intercomjira.embedded.host.sample.VisitResource;
import org.intercomjira.embedded.host.sample.WiringMistakeMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's tables and life through transactions, reinstallation and restart. */
class PluginDataTest {
    private static final String VISITS = "/rest/sample/1.0/visits";
    @TempDir
    Path home;
    private TestHost host;

    @BeforeEach
    void start() throws Exception {
        host = new TestHost(home);
        install();
    }

    private void install() throws Exception {
        var answer = host.upload(TestPlugin.named("sample").imports(ActiveObjects.class).imports(PluginSettingsFactory.class).exports(Starter.class, LifecycleAware.class)
                .classes(Visit.class, ForgottenEntity.class, VisitResource.class, RunsResource.class, FirstVisit.class, SampleProblem.class, SampleProblemMapper.class, WiringMistakeMapper.class)
                .module("<rest key='rest' path='/sample' version='1.0'/>")
                .module("<ao key='ao' namespace='org.sample'><entity>" + Visit.class.getName() + "</entity><upgradeTask>" + FirstVisit.class.getName() + "</upgradeTask></ao>"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private String count() throws Exception {
        return host.get("viewer", VISITS).body();
    }

    @Test
    void aTransactionIsKeptWhole() throws Exception {
        assertThat(host.put("viewer", VISITS + "/ann", "").body()).isEqualTo("ann");
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void aFailedTransactionLeavesNothing() throws Exception {
        assertThat(host.put("viewer", VISITS + "/ann/undone", "").statusCode()).isEqualTo(409);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void aFailedPartUndoesTheTransactionThatItJoined() throws Exception {
        assertThat(host.put("viewer", VISITS + "/ann/half", "").statusCode()).isEqualTo(500);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void deletionTellsHowManyRowsItMet() throws Exception {
        host.put("viewer", VISITS + "/ann", "");
        assertThat(host.delete("viewer", VISITS + "/ann").body()).isEqualTo("1");
        assertThat(host.delete("viewer", VISITS + "/ann").body()).isEqualTo("0");
    }

    @Test
    void anEntityThatTheDescriptorForgotIsNamed() throws Exception {
        assertThat(host.get("viewer", VISITS + "/forgotten").body()).contains(ForgottenEntity.class.getName(), "<ao>");
    }

    @Test
    void dataOutlivesReinstallationAndRestart() throws Exception {
        host.put("viewer", VISITS + "/ann", "");
        install();
        assertThat(count()).isEqualTo("1");
        host.close();
        host = new TestHost(home);
        install();
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void upgradeTasksRunOnceAndTheLifeCycleAtEveryStart() throws Exception {
        count();
        assertThat(host.get("viewer", "/rest/sample/1.0/runs").body()).isEqualTo("once +");
        install();
        count();
        assertThat(host.get("viewer", "/rest/sample/1.0/runs").body()).isEqualTo("once +-+");
    }

    @Test
    void aDisabledPluginServesNothingUntilItIsEnabled() throws Exception {
        assertThat(host.put("admin", "/rest/plugins/1.0/sample-key", "{\"enabled\":false}").body()).contains("\"enabled\":false");
        assertThat(host.get("viewer", VISITS).statusCode()).isEqualTo(404);
        assertThat(host.put("admin", "/rest/plugins/1.0/sample-key", "{\"enabled\":true}").body()).contains("\"enabled\":true");
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void anUninstalledPluginIsGoneButItsTablesStay() throws Exception {
        host.put("viewer", VISITS + "/ann", "");
        assertThat(host.delete("admin", "/rest/plugins/1.0/sample-key").statusCode()).isEqualTo(204);
        assertThat(host.get("admin", "/rest/plugins/1.0/sample-key").statusCode()).isEqualTo(404);
        install();
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void tablesAreNamedAsInJira() throws Exception {
        count();
        host.close();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home + "/database/jiradb", "sa", "");
                var rows = connection.createStatement().executeQuery("select table_name from information_schema.tables where table_name like 'AO\\_%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).matches("AO_[0-9A-F]{6}_VISIT").isEqualTo("AO_" + HASH + "_VISIT");
        }
        host = new TestHost(home);
    }

    /** Last six digits of the MD5 of org.sample. */
    private static final String HASH = "C67BC1";
}
