package dev.arke.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST in a connection of its own, to an address that was chosen before: Java's HTTP client would look the name up
 * again, and a name server that lies would answer another address the second time. Redirects are answers like others.
 */
final class HttpCall {
    private final WebhookOptions options;
    private final SSLSocketFactory tls;

    HttpCall(WebhookOptions options) {
        this.options = options;
        this.tls = options.trust().orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** The answer of the first of {@code checked} that can be connected to. */
    HttpAnswer post(WebhookAddress to, List<InetAddress> checked, Map<String, String> headers, byte[] body)
            throws IOException {
        try (var plain = connected(checked, to.port());
                var socket = to.tls() ? encrypted(plain, to) : plain) {
            write(socket.getOutputStream(), to, headers, body);
            return read(socket.getInputStream());
        }
    }

    private Socket connected(List<InetAddress> checked, int port) throws IOException {
        var failure = new IOException("no address");
        for (var address : checked) {
            var socket = new Socket();
            try {
                socket.setSoTimeout(Math.toIntExact(options.read().toMillis()));
                socket.connect(
                        new InetSocketAddress(address, port),
                        Math.toIntExact(options.connect().toMillis()));
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    /** Proves that the far end has a certificate for the name, whatever address it is at. */
    private Socket encrypted(Socket plain, WebhookAddress to) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, to.host(), to.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void write(OutputStream out, WebhookAddress to, Map<String, String> headers, byte[] body)
            throws IOException {
        var head = new StringBuilder("POST ").append(to.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(to.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        to.login()
                .ifPresent(login -> head.append("Authorization: ").append(login).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        var start = head.toString().getBytes(StandardCharsets.US_ASCII);
        var request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        out.write(request);
        out.flush();
    }

    /** The head alone; a body, however long, is never read: it tells us nothing. */
    private static HttpAnswer read(InputStream in) throws IOException {
        var lines = new HeadLines(in);
        while (true) {
            var answer = HttpAnswer.read(lines);
            // 1xx comes before the answer proper.
            if (answer.status() >= 200) return answer;
        }
    }
}
