package org.intercomjira.simulator.world;

import java.util.List;

/** Teammates who take conversations together. */
public record Team(String id, String name, List<Long> adminIds) {}
