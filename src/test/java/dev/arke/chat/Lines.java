package dev.arke.chat;

import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.ChatContext.OpenIncident;
import dev.arke.chat.ChatContext.Place;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** Lines typed by somebody in Paris on Monday 1 March 2027, 11:00 local time. */
final class Lines {
    static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Lines() {}

    static ChatContext slack() {
        return ChatContext.of(ContactKind.SLACK, new Bot("U0ARKE", "arke", "/oncall"), PARIS, NOW);
    }

    static ChatContext teams() {
        return ChatContext.of(ContactKind.TEAMS, new Bot("28:arke", "Arke", "/oncall"), PARIS, NOW);
    }

    static ChatContext sandbox() {
        return ChatContext.of(ContactKind.SANDBOX, new Bot("arke", "arke", "/oncall"), PARIS, NOW);
    }

    static Place open(long... numbers) {
        var open = Arrays.stream(numbers)
                .mapToObj(number -> new OpenIncident(number, "High error rate"))
                .toList();
        return new Place(open, Optional.empty());
    }

    static Place threadOf(long number) {
        return new Place(open(number, 1050).open(), Optional.of(number));
    }

    static Parsed parse(String line, ChatContext context) {
        return new CommandParser().parse(line, context);
    }

    static Command command(String line, ChatContext context) {
        if (parse(line, context) instanceof Parsed.Understood(Command command)) return command;
        throw new AssertionError(line + " -> " + parse(line, context));
    }

    static Command command(String line) {
        return command(line, slack());
    }

    static Parsed.Misunderstood misunderstood(String line, ChatContext context) {
        if (parse(line, context) instanceof Parsed.Misunderstood misunderstood) return misunderstood;
        throw new AssertionError(line + " -> " + parse(line, context));
    }

    static Parsed.Misunderstood misunderstood(String line) {
        return misunderstood(line, slack());
    }
}
