package org.intercomjira.simulator.world;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All workspaces of all regions. */
public final class World {

    private final Clock clock;
    private volatile Map<String, Workspace> workspaces;

    public World(Clock clock) {
        this.clock = clock;
        reset();
    }

    /** Back to the demonstration data. */
    public void reset() {
        List<Workspace> made = DemoWorld.create(clock);
        workspaces = made.stream().collect(Collectors.toUnmodifiableMap(Workspace::id, Function.identity()));
    }

    public Optional<Workspace> workspace(String id) {
        return Optional.ofNullable(workspaces.get(id));
    }

    public Collection<Workspace> workspaces() {
        return workspaces.values().stream().sorted((left, right) -> left.name().compareTo(right.name())).toList();
    }

    public List<Workspace> workspacesOf(Region region) {
        return workspaces().stream().filter(workspace -> workspace.region() == region).toList();
    }

    /** The workspace that has this conversation. */
    public Optional<Workspace> workspaceOfConversation(String conversationId) {
        return workspaces().stream().filter(workspace -> workspace.conversations().read(conversationId, found -> true).isPresent()).findFirst();
    }
}
