package dev.arke.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A far end that behaves badly, below any protocol. */
public final class RawServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    /** What becomes of one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Talk {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server;

    private RawServer(ServerSocket server) {
        this.server = server;
    }

    /** On a free port of this machine. */
    public static ServerSocket listening() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** Takes connections and never says a word: the system accepts them, nobody reads. */
    public static RawServer silent() throws IOException {
        return new RawServer(listening());
    }

    /** Closes each connection at once. */
    public static RawServer hangingUp() throws IOException {
        return talking((in, out) -> {});
    }

    public static RawServer talking(Talk talk) throws IOException {
        return serving(listening(), talk);
    }

    /** Serves each connection in a thread of its own, until closed. */
    public static RawServer serving(ServerSocket server, Talk talk) {
        Thread.ofVirtual().name("raw server").start(() -> {
            while (!server.isClosed()) {
                try {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> serve(socket, talk));
                } catch (IOException ignored) {
                    // The server was closed, or a client went away before it was served.
                }
            }
        });
        return new RawServer(server);
    }

    /** A port where nobody listens. */
    public static int nobodysPort() throws IOException {
        try (var closed = listening()) {
            return closed.getLocalPort();
        }
    }

    private static void serve(Socket socket, Talk talk) {
        try (socket) {
            talk.with(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException ignored) {
            // The client hung up, as it may.
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
