package org.intercomjira.simulator;

import java.net.URI;
import java.time.Clock;
import org.intercomjira.simulator.api.Api;
import org.intercomjira.simulator.api.RateLimit;
import org.intercomjira.simulator.api.TokenExchange;
import org.intercomjira.simulator.control.AccessControl;
import org.intercomjira.simulator.control.Control;
import org.intercomjira.simulator.control.ConversationControl;
import org.intercomjira.simulator.control.FaultControl;
import org.intercomjira.simulator.control.HistoryControl;
import org.intercomjira.simulator.faults.Faults;
import org.intercomjira.simulator.faults.FaultyApi;
import org.intercomjira.simulator.faults.RequestHistory;
import org.intercomjira.simulator.http.Server;
import org.intercomjira.simulator.inbox.InboxData;
import org.intercomjira.simulator.inbox.InboxPages;
import org.intercomjira.simulator.oauth.Consent;
import org.intercomjira.simulator.oauth.Grants;
import org.intercomjira.simulator.oauth.OAuthApps;
import org.intercomjira.simulator.world.World;

/** The simulated Intercom: run it as a program, or start it in a test and close it afterwards. */
public final class IntercomSimulator implements AutoCloseable {

    private static final int USUAL_PORT = 4990;

    private final Server server;

    private IntercomSimulator(Server server) {
        this.server = server;
    }

    /** Option {@code --port N}; 0 takes any free port. */
    public static void main(String[] arguments) throws InterruptedException {
        try (IntercomSimulator simulator = start(port(arguments))) {
            System.out.println("Intercom is ready at " + simulator.address());
            Thread.currentThread().join();
        }
    }

    /** Serves on the loopback interface; 0 takes any free port. */
    public static IntercomSimulator start(int port) {
        return start(port, Clock.systemUTC());
    }

    static IntercomSimulator start(int port, Clock clock) {
        return new IntercomSimulator(Server.start(port, site(clock)::answer));
    }

    private static Site site(Clock clock) {
        World world = new World(clock);
        OAuthApps apps = new OAuthApps();
        Grants grants = new Grants(clock);
        RateLimit rateLimit = new RateLimit(clock);
        Faults faults = new Faults();
        RequestHistory history = new RequestHistory();
        Api api = new Api(grants, world, rateLimit, new TokenExchange(apps, grants));
        Control control = new Control(new FaultControl(faults, rateLimit), new HistoryControl(history),
                new AccessControl(world, apps, grants, faults, history, rateLimit), new ConversationControl(world));
        return new Site(new FaultyApi(api, faults, history), new Consent(apps, grants, world), control, new InboxPages(world), new InboxData(world));
    }

    private static int port(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--port")) {
                return Integer.parseInt(arguments[i + 1]);
            }
        }
        return USUAL_PORT;
    }

    /** Such as {@code http://127.0.0.1:4990}; the regions are below it. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
