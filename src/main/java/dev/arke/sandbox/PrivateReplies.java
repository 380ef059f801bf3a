package dev.arke.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The private replies of the browser sessions of late, in memory only: nobody else ever sees one, and a restart forgets
 * them. Safe for many threads.
 */
final class PrivateReplies {
    private static final int SESSIONS = 100;
    private static final int EACH = 50;

    /** The one not seen for longest comes first. */
    private final Map<Visitor, Deque<PrivateReply>> bySession = new LinkedHashMap<>(SESSIONS, 1, true);

    private long last;

    /** Counts from {@code start}, which must grow from one start of Arke to the next. */
    PrivateReplies(long start) {
        this.last = start;
    }

    synchronized long nextNumber() {
        return ++last;
    }

    synchronized long lastNumber() {
        return last;
    }

    synchronized void add(Visitor visitor, PrivateReply reply) {
        if (!bySession.containsKey(visitor) && bySession.size() == SESSIONS)
            bySession.remove(bySession.keySet().iterator().next());
        var replies = bySession.computeIfAbsent(visitor, ignored -> new ArrayDeque<>());
        replies.addLast(reply);
        if (replies.size() > EACH) replies.removeFirst();
    }

    /** Those of a room with a number above {@code after}, the oldest first. */
    synchronized List<PrivateReply> in(Visitor visitor, Room room, long after) {
        return of(visitor).stream()
                .filter(reply -> reply.room().equals(room) && reply.number() > after)
                .toList();
    }

    synchronized Optional<PrivateReply> find(Visitor visitor, UUID id) {
        return of(visitor).stream().filter(reply -> reply.id().equals(id)).findFirst();
    }

    /** Removes one and returns it; empty when it is gone already, so that two clicks on Share post once. */
    synchronized Optional<PrivateReply> take(Visitor visitor, UUID id) {
        var found = find(visitor, id);
        found.ifPresent(of(visitor)::remove);
        return found;
    }

    /** The same, of one that may be shown to others; any other stays. */
    synchronized Optional<PrivateReply> takeShareable(Visitor visitor, UUID id) {
        return find(visitor, id).filter(PrivateReply::shareable).flatMap(found -> take(visitor, id));
    }

    private Deque<PrivateReply> of(Visitor visitor) {
        return bySession.getOrDefault(visitor, new ArrayDeque<>());
    }
}
