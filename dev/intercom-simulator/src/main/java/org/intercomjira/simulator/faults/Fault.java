package org.intercomjira.simulator.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.intercomjira.simulator.api.ApiError;
import org.intercomjira.simulator.http.Call;

/** One misfortune that waits for its calls. */
public final class Fault {

    /** No end to the number of calls it hits. */
    public static final int ALWAYS = -1;

    private final FaultKind kind;
    private final Target target;
    private final Details details;
    private final AtomicInteger left;

    /**
     * Which calls are hit.
     *
     * @param method empty for all
     * @param path found anywhere in the path, which begins with the region
     * @param rate share of the calls, from 0 to 1
     */
    public record Target(Optional<String> method, Pattern path, double rate) {}

    /**
     * What the caller sees.
     *
     * @param before for a cut or a status: before the change is made, not after
     */
    public record Details(int status, String code, String message, Duration delay, boolean before) {}

    public Fault(FaultKind kind, Target target, Details details, int times) {
        this.kind = kind;
        this.target = target;
        this.details = details;
        this.left = new AtomicInteger(times);
    }

    public FaultKind kind() {
        return kind;
    }

    public Target target() {
        return target;
    }

    public int timesLeft() {
        return left.get();
    }

    public Duration delay() {
        return details.delay;
    }

    /** True when this call is hit; that uses up one of its times. */
    boolean strikes(Call call) {
        return fits(call) && (target.rate >= 1 || ThreadLocalRandom.current().nextDouble() < target.rate) && takeOne();
    }

    private boolean fits(Call call) {
        return target.method.map(call.method()::equalsIgnoreCase).orElse(true) && target.path.matcher(call.path()).find();
    }

    private boolean takeOne() {
        return left.getAndUpdate(times -> times > 0 ? times - 1 : times) != 0;
    }

    boolean isOver() {
        return left.get() == 0;
    }

    boolean cutsBeforeStoring() {
        return kind == FaultKind.DOWN || kind == FaultKind.CUT && details.before;
    }

    boolean cutsAfterStoring() {
        return kind == FaultKind.HANG_AFTER_STORE || kind == FaultKind.CUT && !details.before;
    }

    boolean stallsAfterStoring() {
        return kind == FaultKind.STALL_BODY;
    }

    /** The change is made, and yet the answer is an error. */
    boolean refusesAfterStoring() {
        return kind == FaultKind.STATUS && !details.before;
    }

    /** The error that is answered in place of the API's answer; empty when the API answers. */
    Optional<ApiError> refusal() {
        return switch (kind) {
            case STATUS, UNAUTHORIZED, FORBIDDEN_SCOPE, FORBIDDEN, PLAN_RESTRICTED ->
                    Optional.of(new ApiError(details.status, details.code, details.message));
            case LATENCY, RATE_LIMIT, HANG_AFTER_STORE, STALL_BODY, STORED_LATE, STALE_READ, CUT, DOWN -> Optional.empty();
        };
    }
}
