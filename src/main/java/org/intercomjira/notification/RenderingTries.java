package org.intercomjira.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the renderings of a text that came to nothing, on this node. What is changed by its author is another text. */
final class RenderingTries {
    static final int MOST = 3;
    /** What is not rendered by then hangs, see {@link org.intercomjira.delivery.Courier}. */
    static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<Text, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, Tries> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param hash of what the author wrote */
    record Text(URI comment, int hash) {
    }

    private static final class Tries {
        private int failed;
        private final List<Instant> underWay = new ArrayList<>();
    }

    /** True when the text has failed so often that it is not rendered again. */
    synchronized boolean areUsedUp(Text text, Instant now) {
        Tries known = tries.get(text);
        return known != null && known.failed + known.underWay.stream().filter(begun -> !begun.plus(LONGEST).isAfter(now)).count() >= MOST;
    }

    synchronized void begin(Text text, Instant now) {
        tries.computeIfAbsent(text, unused -> new Tries()).underWay.add(now);
    }

    synchronized void succeeded(Text text) {
        tries.remove(text);
    }

    synchronized void failed(Text text, Instant begun) {
        Tries known = tries.computeIfAbsent(text, unused -> new Tries());
        known.underWay.remove(begun);
        known.failed++;
    }
}
