package dev.arke.chat;

import dev.arke.card.Reader;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where and by whom a line was typed. {@code platform} is a chat, or mail; {@code zone} is the typist's; {@code mentions} gives
 * the ids of the people whom the line mentions by label (Teams).
 */
public record ChatContext(
        ContactKind platform, Bot bot, Reader reader, Instant now, Place place, Map<String, String> mentions) {
    public ChatContext {
        if (!platform.isHeard()) throw new IllegalArgumentException(platform.word() + " is not listened to");
        mentions = Map.copyOf(mentions);
    }

    public ZoneId zone() {
        return reader.zone();
    }

    /**
     * How Arke is addressed: its platform id, its display name, and the root of every command as one types it here
     * ("/oncall"; where there are mentions only, "@Arke").
     */
    public record Bot(String id, String name, String root) {
        public static final String DEFAULT_ROOT = "/oncall";
    }

    /** The channel or thread: the incidents open in it, and the incident whose thread it is. */
    public record Place(List<OpenIncident> open, Optional<Long> thread) {
        public static final Place EMPTY = new Place(List.of(), Optional.empty());

        public Place {
            open = List.copyOf(open);
        }

        boolean hasOpen(long number) {
            return open.stream().anyMatch(incident -> incident.number() == number);
        }

        /** A number for examples: one that is at hand, if any is. */
        long exampleNumber() {
            return thread.orElseGet(
                    () -> open.isEmpty() ? 1042L : open.getFirst().number());
        }
    }

    /** An incident one can choose from. */
    public record OpenIncident(long number, String title) {}

    /** A line typed where nothing is open and nobody mentioned. */
    public static ChatContext of(ContactKind platform, Bot bot, ZoneId zone, Instant now) {
        return new ChatContext(platform, bot, new Reader(Reader.ANYBODY.language(), zone), now, Place.EMPTY, Map.of());
    }

    public ChatContext in(Place where) {
        return new ChatContext(platform, bot, reader, now, where, mentions);
    }

    public ChatContext mentioning(Map<String, String> idByLabel) {
        return new ChatContext(platform, bot, reader, now, place, idByLabel);
    }
}
