package org.intercomjira.simulator.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.intercomjira.simulator.http.Call;

/** The misfortunes that wait; the oldest one that fits strikes. */
public final class Faults {

    private final List<Fault> waiting = new CopyOnWriteArrayList<>();

    public void add(Fault fault) {
        waiting.add(fault);
    }

    public void clear() {
        waiting.clear();
    }

    public List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    Optional<Fault> strike(Call call) {
        Optional<Fault> hit = waiting.stream().filter(fault -> fault.strikes(call)).findFirst();
        hit.filter(Fault::isOver).ifPresent(waiting::remove);
        return hit;
    }
}
