package org.intercomjira.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator of its own for each test, and an app connected to Acme Support as "Jira app". */
abstract class SimulatorTest {

    static final String CHECKOUT = "215475827415413";
    static final String CLOSED = "215475827415475";
    static final String SNOOZED = "215475827415499";

    IntercomSimulator simulator;
    Browser app;

    @BeforeEach
    void start() throws IOException {
        simulator = IntercomSimulator.start(0);
        app = new Browser(simulator).connectedAs("us", "ecahpwf5", "5017691");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    JsonObject conversation(String id) throws IOException {
        return app.get("/us/conversations/" + id).json();
    }

    static JsonArray parts(JsonObject conversation) {
        return conversation.getAsJsonObject("conversation_parts").getAsJsonArray("conversation_parts");
    }

    static JsonObject lastPart(JsonObject conversation) {
        JsonArray parts = parts(conversation);
        return parts.get(parts.size() - 1).getAsJsonObject();
    }

    static String member(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    Browser.Answer note(String id, String body) throws IOException {
        JsonObject request = new JsonObject();
        request.addProperty("message_type", "note");
        request.addProperty("type", "admin");
        request.addProperty("admin_id", "5017691");
        request.addProperty("body", body);
        return app.post("/us/conversations/" + id + "/reply", request.toString());
    }

    Browser.Answer manage(String id, String members) throws IOException {
        return app.post("/us/conversations/" + id + "/parts", "{\"admin_id\":\"5017691\"," + members + "}");
    }
}
