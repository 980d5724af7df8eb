package org.intercomjira.intercom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that gives every request the same answer and closes the connection. It records the requests' first lines and headers. */
final class HttpProxy implements AutoCloseable {
    static final String ASKS_FOR_LOGIN = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"";

    private final ServerSocket socket;
    private final String answer;
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();

    /** @param answer status, reason and headers without the lines that end them */
    HttpProxy(String answer) {
        this.answer = "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    List<List<String>> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
                requests.add(reader.lines().takeWhile(line -> !line.isEmpty()).toList());
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // The test closes the socket, or the client its connection.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
