package org.intercomjira.intercom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that opens a tunnel for a CONNECT with the right login, to one server whatever the CONNECT names, and asks for a login otherwise. */
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int serverPort;
    private final String login;
    private final List<String> connects = new CopyOnWriteArrayList<>();

    /** @param login the header's line */
    TunnelProxy(int serverPort, String login) {
        this.serverPort = serverPort;
        this.login = login;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the CONNECTs. */
    List<String> connects() {
        return connects;
    }

    private void serve() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            inBackground(() -> tunnel(client));
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            String head = head(client.getInputStream());
            connects.add(head);
            boolean admitted = head.contains("\r\n" + login + "\r\n");
            client.getOutputStream().write(("HTTP/1.1 " + (admitted ? "200 Connection established" : HttpProxy.ASKS_FOR_LOGIN + "\r\nContent-Length: 0") + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
            if (admitted) {
                inBackground(() -> copy(server.getInputStream(), client.getOutputStream()));
                copy(client.getInputStream(), server.getOutputStream());
            }
        }
    }

    private static String head(InputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = from.read(); next >= 0; next = from.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of the ends has closed its connection.
            }
        }, "test-tunnel");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
