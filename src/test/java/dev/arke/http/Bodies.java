package dev.arke.http;

import dev.arke.alert.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Bodies for the tests of formats, and what came out of them. */
final class Bodies {
    private Bodies() {}

    static byte[] resource(String path) {
        try (var in = Objects.requireNonNull(Bodies.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Alert> alerts(InboundFormat format, byte[] body) {
        return parsed(format, body).alerts();
    }

    static Inbound.Parsed parsed(InboundFormat format, byte[] body) {
        return switch (format.parse(body)) {
            case Inbound.Parsed parsed -> parsed;
            case Inbound.Unreadable unreadable -> throw new AssertionError(unreadable.words());
        };
    }

    /** The whole sentence about what is wrong. */
    static String problem(InboundFormat format, byte[] body) {
        return switch (format.parse(body)) {
            case Inbound.Parsed parsed -> throw new AssertionError(parsed);
            case Inbound.Unreadable unreadable -> unreadable.words();
        };
    }
}
