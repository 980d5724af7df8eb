/**
 * What exists in the simulated Intercom: workspaces with their teammates, contacts, companies and conversations, and the rules of a conversation's life.
 * It speaks neither HTTP nor JSON, but for custom attributes, which are JSON by nature.
 * Conversations are guarded by {@link org.intercomjira.simulator.world.Conversations}; everything else is immutable or a concurrent collection.
 */
package org.intercomjira.simulator.world;
