package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.intercomjira.intercom.ConversationAddress.Id;
import org.intercomjira.intercom.ConversationAddress.Located;
import org.intercomjira.intercom.ConversationAddress.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationAddressTest {
    private static final String ID = "215475827415413";
    private final IntercomEndpoints intercom = new IntercomEndpoints(false, null);
    private final IntercomEndpoints simulator = new IntercomEndpoints(true, "http://127.0.0.1:4990");

    @ParameterizedTest
    @ValueSource(strings = {
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/shared/all/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/shared/unassigned/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/mentions/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/shared/mentions/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/admin/5017691/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/team/814865/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/view/77/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "#part_id=comment-" + ID + "-23555",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "?view=List",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "?redirectTo=feed&x=a b|c#y",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "/",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "/details",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/1/conversation/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/inbox/inbox/all/conversations/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/inbox/inbox/5017691/conversations/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/inbox/inbox/814865/conversations/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/inbox/inbox/conversation/" + ID,
        "https://app.intercom.io/a/apps/ecahpwf5/respond/inbox/all/conversations/" + ID,
        "https://app.intercom.io/a/apps/ecahpwf5/respond/inbox/5017691/conversations/" + ID,
        "https://app.intercom.io/a/apps/ecahpwf5/conversations/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/conversations/" + ID,
        "https://app.intercom.com:443/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "HTTPS://APP.Intercom.COM/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "  https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + " \n",
    })
    void anAddressOfTheUnitedStatesNamesWorkspaceAndConversation(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(located(Optional.of("ecahpwf5"), Region.US));
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.eu.intercom.com/a/inbox/eu-space_1/inbox/conversation/215475827415413, EU",
        "https://app.eu.intercom.com/a/apps/eu-space_1/inbox/inbox/all/conversations/215475827415413, EU",
        "https://app.eu.intercom.com/a/apps/eu-space_1/conversations/215475827415413#part_id=note-1-2, EU",
        "https://app.au.intercom.com/a/inbox/eu-space_1/inbox/shared/all/conversation/215475827415413, AU",
        "https://app.au.intercom.com/a/inbox/eu-space_1/conversation/215475827415413, AU",
    })
    void theHostTellsTheRegion(String pasted, Region region) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(located(Optional.of("eu-space_1"), region));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://app.intercom.com/a/inbox/_/inbox/conversation/" + ID,
        "https://app.intercom.com/a/inbox/_/conversation/" + ID,
        "https://app.intercom.com/a/apps/_/conversations/" + ID,
    })
    void anUnderscoreIsTheCurrentWorkspace(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(located(Optional.empty(), Region.US));
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "1", " " + ID + "\t", "0", "1234567890123456789012345678901234567890"})
    void digitsAreAnId(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(new Id(new ConversationId(pasted.strip())));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void nothingIsEmpty(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(new Unusable("address.empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://app.intercom.com.evil.example/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://evilapp.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://evil-app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://app.eu.intercom.io/a/apps/ecahpwf5/conversations/" + ID,
        "https://app.us.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://app.intercom.com@evil.example/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://me:secret@app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://evil.example/https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://evil.example/a/inbox/ecahpwf5/inbox/conversation/" + ID + "#app.intercom.com",
        "https://app.intercom.com./a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://app.intercom.com:8443/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "http://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "ftp://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "//app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + "x",
        "https://api.intercom.io/conversations/" + ID,
        "https://app.intercom.com",
        "https://app.intercom.com?/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https:///a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "mailto:app.intercom.com",
        "http://127.0.0.1:4990/us/a/inbox/ecahpwf5/inbox/conversation/" + ID,
    })
    void anotherHostOrProtocolIsRefused(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isIn(new Unusable("address.host"), new Unusable("address.form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://app.intercom.com/",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/abc",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/12ab",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/-12",
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/\u0661\u0662",
        "https://app.intercom.com/a/inbox//inbox/conversation/" + ID,
        "https://app.intercom.com/a/inbox/EcaHpwf5/inbox/conversation/" + ID,
        "https://app.intercom.com/a/inbox/eca%2Fhp/inbox/conversation/" + ID,
        "https://app.intercom.com/a/apps/ecahpwf5/users/6762f1261bb69f9f2193bba7/all-conversations",
        "https://app.intercom.com/inbox/ecahpwf5/conversation/" + ID,
        "https://app.intercom.com/x/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/tickets/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/xconversation/" + ID,
        "https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/12345678901234567890123456789012345678901",
        "12345678901234567890123456789012345678901",
        "12 34",
        "-12",
        "#" + ID,
        "DEMO-7",
        "conversation/" + ID,
        "app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "javascript:alert(1)",
        "https://app.intercom.com/a/inbox/ecahpwf5/in box/conversation/" + ID,
        "<https://app.intercom.com/a/inbox/ecahpwf5/inbox/conversation/" + ID + ">",
    })
    void whatNamesNoConversationIsRefused(String pasted) {
        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(new Unusable("address.form"));
    }

    @Test
    void anEndlessTextIsRefused() {
        String pasted = "https://app.intercom.com/a/inbox/ecahpwf5/inbox/" + "x/".repeat(1_000) + "conversation/" + ID;

        assertThat(ConversationAddress.parse(pasted, intercom)).isEqualTo(new Unusable("address.form"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4990/us/a/inbox/ecahpwf5/inbox/conversation/215475827415413, US",
        "http://127.0.0.1:4990/eu/a/inbox/ecahpwf5/inbox/conversation/215475827415413, EU",
        "http://127.0.0.1:4990/au/a/apps/ecahpwf5/conversations/215475827415413, AU",
        "https://app.eu.intercom.com/a/inbox/ecahpwf5/inbox/conversation/215475827415413, EU",
    })
    void inDevModeTheSimulatorsPagesAreAcceptedToo(String pasted, Region region) {
        assertThat(ConversationAddress.parse(pasted, simulator)).isEqualTo(located(Optional.of("ecahpwf5"), region));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1:4991/us/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "http://127.0.0.1/us/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "https://127.0.0.1:4990/us/a/inbox/ecahpwf5/inbox/conversation/" + ID,
        "http://127.0.0.1:4990/usa/inbox/ecahpwf5/inbox/conversation/" + ID,
        "http://127.0.0.1:4990/a/inbox/ecahpwf5/inbox/conversation/" + ID,
    })
    void inDevModeNothingElseIsAccepted(String pasted) {
        assertThat(ConversationAddress.parse(pasted, simulator)).isEqualTo(new Unusable("address.host"));
    }

    private static Located located(Optional<String> workspace, Region region) {
        return new Located(new ConversationId(ID), workspace.map(WorkspaceId::new), region);
    }
}
