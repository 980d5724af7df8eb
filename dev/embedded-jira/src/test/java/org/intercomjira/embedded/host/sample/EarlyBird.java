package org.intercomjira.embedded.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** Uses Active Objects in its constructor, which is too early. */
@Component
public class EarlyBird {
    public EarlyBird(ActiveObjects ao) {
        ao.count(Visit.class, Query.select());
    }
}
