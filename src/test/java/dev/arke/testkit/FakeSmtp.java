package dev.arke.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes everything, except where it is told what to answer. */
public final class FakeSmtp implements AutoCloseable {
    /** In the scripts, the answers to no command of the client's: the first words, and those to a mail's end. */
    public static final String GREETING = "GREETING";

    public static final String MAIL_END = "MAIL_END";

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            GREETING,
            "220 fake",
            "EHLO",
            "250-fake\r\n250 AUTH PLAIN",
            "AUTH",
            "235 welcome",
            "DATA",
            "354 go on",
            "QUIT",
            "221 bye"));
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final RawServer server;

    public FakeSmtp(ServerSocket socket) {
        server = RawServer.serving(socket, this::talk);
    }

    public static FakeSmtp start() throws IOException {
        return new FakeSmtp(RawServer.listening());
    }

    public FakeSmtp answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    public int port() {
        return server.port();
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void talk(InputStream in, OutputStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        say(out, GREETING);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            commands.add(line);
            var command = line.substring(0, Math.min(4, line.length()));
            say(out, command);
            if (command.equals("QUIT")) return;
            if (command.equals("DATA")
                    && Objects.requireNonNull(answers.get(command)).startsWith("354")) {
                mails.add(mail(lines));
                say(out, MAIL_END);
            }
        }
    }

    private static String mail(BufferedReader lines) throws IOException {
        var mail = new StringBuilder();
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine())
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        return mail.toString();
    }

    private void say(OutputStream out, String command) throws IOException {
        out.write((answers.getOrDefault(command, "250 fine") + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
