package org.intercomjira.acceptance.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Addresses for servers that must come back at the same one when they are started again. They lie below those that systems give to
 * clients: otherwise any connection could have a server's port while it is down. For the same reason each fork of the test run has ports of its own.
 */
final class Ports {
    private static final int FORK_PORTS = 1_500;
    private static final int MOST_FORKS = 8;
    private static final int LOWEST = 20_000 + Integer.getInteger("fork", 1) % MOST_FORKS * FORK_PORTS;
    private static final int BEYOND = LOWEST + FORK_PORTS;
    private static final int TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {
    }

    /** A port at which nobody listens, never the same twice. */
    static int free() {
        return ThreadLocalRandom.current().ints(LOWEST, BEYOND).limit(TRIES).filter(port -> isFree(port) && GIVEN.add(port)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No port is free between " + LOWEST + " and " + BEYOND));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
