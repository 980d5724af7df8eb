package org.intercomjira.simulator.world;

/** A customer's organisation. {@code companyId} is the id that the workspace's owner gave it. */
public record Company(String id, String companyId, String name, String plan, int size, String website, String industry, int monthlySpend, long createdAt) {}
