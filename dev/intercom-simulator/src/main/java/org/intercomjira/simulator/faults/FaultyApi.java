package org.intercomjira.simulator.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.intercomjira.simulator.api.Api;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Outcome;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.oauth.Grant;
import org.intercomjira.simulator.world.Region;

/** The API as the network shows it: with faults, and with a history of every call. */
public final class FaultyApi {

    private final Api api;
    private final Faults faults;
    private final RequestHistory history;

    public FaultyApi(Api api, Faults faults, RequestHistory history) {
        this.api = api;
        this.faults = faults;
        this.history = history;
    }

    /** Takes the call with its full path, the region first. */
    public Outcome answer(Region region, Call call) {
        // Asked before the call is made: uninstalling takes the token away.
        Optional<Grant> caller = api.caller(call);
        Optional<Fault> fault = faults.strike(call);
        Outcome outcome = fault.map(found -> suffer(found, region, call))
                .orElseGet(() -> Outcome.now(api.answer(region, call.below(region.prefix()))));
        history.add(call, caller, outcome, fault.map(Fault::kind));
        return outcome;
    }

    private Outcome suffer(Fault fault, Region region, Call call) {
        if (fault.cutsBeforeStoring()) {
            return new Outcome.Cut(Duration.ZERO);
        }
        if (fault.kind() == FaultKind.STORED_LATE) {
            CompletableFuture.delayedExecutor(fault.delay().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> api.answer(region, call.below(region.prefix())));
            return new Outcome.Cut(Duration.ZERO);
        }
        if (fault.kind() == FaultKind.STALE_READ) {
            return Outcome.now(StaleRead.of(api.answer(region, call.below(region.prefix())), call.at().minus(fault.delay())));
        }
        Reply reply = reply(fault, region, call);
        if (fault.stallsAfterStoring()) {
            return new Outcome.Stalled(reply, fault.delay());
        }
        return fault.cutsAfterStoring() ? new Outcome.Cut(fault.delay()) : new Outcome.Answered(reply, fault.delay());
    }

    private Reply reply(Fault fault, Region region, Call call) {
        if (fault.kind() == FaultKind.RATE_LIMIT) {
            return api.refuseForRate(call);
        }
        if (fault.refusesAfterStoring()) {
            api.answer(region, call.below(region.prefix()));
        }
        return fault.refusal().map(error -> api.refuse(call, error))
                .orElseGet(() -> api.answer(region, call.below(region.prefix())));
    }
}
