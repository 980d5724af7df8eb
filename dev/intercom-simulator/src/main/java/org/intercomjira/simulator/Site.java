package org.intercomjira.simulator;

import java.util.Arrays;
import java.util.Optional;
import org.intercomjira.simulator.control.Control;
import org.intercomjira.simulator.faults.FaultyApi;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Outcome;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.inbox.InboxData;
import org.intercomjira.simulator.inbox.InboxPages;
import org.intercomjira.simulator.oauth.Consent;
import org.intercomjira.simulator.world.Region;

/** Decides by the beginning of the path which part of the simulator a call is for. Whatever a region has no page for is its API. */
final class Site {

    private final FaultyApi api;
    private final Consent consent;
    private final Control control;
    private final InboxPages pages;
    private final InboxData inboxData;

    Site(FaultyApi api, Consent consent, Control control, InboxPages pages, InboxData inboxData) {
        this.api = api;
        this.consent = consent;
        this.control = control;
        this.pages = pages;
        this.inboxData = inboxData;
    }

    Outcome answer(Call call) {
        if (call.path().equals("/")) {
            return Outcome.now(pages.allWorkspaces());
        }
        if (call.path().startsWith("/control/")) {
            return Outcome.now(control.answer(call.below("/control")));
        }
        if (call.path().startsWith("/assets/")) {
            return Outcome.now(pages.asset(call.path().substring("/assets/".length())));
        }
        return regionOf(call).map(region -> answer(region, call)).orElseGet(() -> Outcome.now(Reply.empty(404)));
    }

    private Outcome answer(Region region, Call call) {
        Call below = call.below(region.prefix());
        return page(region, below).map(Outcome::now).orElseGet(() -> api.answer(region, call));
    }

    private Optional<Reply> page(Region region, Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /" -> Optional.of(pages.workspaces(region));
            case "GET /oauth" -> Optional.of(consent.ask(region, call));
            case "POST /oauth/consent" -> Optional.of(consent.decide(region, call));
            default -> inbox(region, call);
        };
    }

    private Optional<Reply> inbox(Region region, Call call) {
        if (call.path().startsWith("/inbox-data/")) {
            return Optional.of(inboxData.answer(region, call));
        }
        return call.method().equals("GET") && call.path().startsWith("/a/") ? Optional.of(pages.inbox(region, call)) : Optional.empty();
    }

    private static Optional<Region> regionOf(Call call) {
        return Arrays.stream(Region.values())
                .filter(region -> call.path().equals(region.prefix()) || call.path().startsWith(region.prefix() + "/")).findFirst();
    }
}
