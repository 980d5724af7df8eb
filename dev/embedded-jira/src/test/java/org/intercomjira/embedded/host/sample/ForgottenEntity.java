package org.intercomjira.embedded.host.sample;

import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;

/** An entity that no descriptor lists. */
public interface ForgottenEntity extends RawEntity<String> {
    @NotNull
    @PrimaryKey("ID")
    String getId();
}
