package dev.arke.engine.room;

import dev.arke.chat.IncidentRoom;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does for the rooms of incidents what is to be done, one step after another: makes the room, invites people, sets its
 * topic, pins the card. Each step is a call to the chat between two units, so a restart goes on where it was.
 */
public final class WorkOnIncidentRooms {
    private static final Logger LOG = LoggerFactory.getLogger(WorkOnIncidentRooms.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration CARD_PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 7;

    /** More at once would be a circle. */
    private static final int MOST_STEPS = 8;

    private final RoomUseCases.Needs needs;
    private final ChatRooms chats;

    /** What came of a step: the room as it is now, when to go on (empty: once something changes), what to say in it. */
    private record Done(IncidentRoom after, Optional<Duration> pause, Optional<String> say) {
        static Done on(IncidentRoom after) {
            return new Done(after, Optional.of(Duration.ZERO), Optional.empty());
        }
    }

    WorkOnIncidentRooms(RoomUseCases.Needs needs, ChatRooms chats) {
        this.needs = needs;
        this.chats = chats;
    }

    /** Answers how many rooms it worked on. */
    public int workOnAllDue() {
        int worked = 0;
        for (var id : needs.transactions()
                .read(() -> needs.incidents().rooms().due(needs.clock().instant()))) if (work(id)) worked++;
        return worked;
    }

    /** Until nothing can be done for this room now; false when it is not due or another node has it. */
    boolean work(UUID incidentId) {
        int steps = 0;
        while (steps < MOST_STEPS && step(incidentId)) steps++;
        return steps > 0;
    }

    private boolean step(UUID incidentId) {
        var taken = needs.transactions().write(Durability.RELAXED, () -> take(incidentId));
        if (taken.isEmpty()) return false;
        var work = taken.get();
        var done = call(work);
        needs.transactions().write(Durability.SYNCED, () -> settle(work, done));
        return true;
    }

    private Optional<RoomWork> take(UUID incidentId) {
        var now = needs.clock().instant();
        var lease = needs.ids().next();
        return needs.incidents()
                .rooms()
                .claim(incidentId, lease, now.plus(LEASE), now)
                .map(room -> new RoomWork(
                        room,
                        lease,
                        needs.incidents().incidents().read(List.of(incidentId)).getFirst(),
                        needs.incidents().incidents().responders(incidentId),
                        needs.deliveries().ofIncident(incidentId),
                        needs.directory().current()));
    }

    private Done call(RoomWork work) {
        try {
            var chat = chats.of(work.room().spot().platform());
            return switch (work.next()) {
                case CREATE -> create(work, chat);
                case INVITE -> invite(work, chat);
                case SET_TOPIC -> setTopic(work, chat);
                case PIN -> pin(work, chat);
                case AWAIT_CARD ->
                    work.isCardLost()
                            ? Done.on(work.room().pinSeenTo())
                            : new Done(work.room(), Optional.of(CARD_PATIENCE), Optional.empty());
                case NOTHING -> new Done(work.room(), Optional.empty(), Optional.empty());
            };
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("incident", work.incident().number())
                    .log("a chat failed instead of answering");
            return again(work.room(), Duration.ZERO, "The chat could not be asked; Arke's log says more.");
        }
    }

    private static Done create(RoomWork work, Rooms chat) {
        var room = work.room();
        return switch (chat.create(room.spot(), room.name())) {
            case RoomAnswer.Done<Rooms.Made> made -> Done.on(room.made(made.value()));
            case RoomAnswer.Again<Rooms.Made> again -> again(room, again.after(), again.problem());
            case RoomAnswer.NotAllowed<Rooms.Made> not -> failed(room, not.sentence());
            case RoomAnswer.Gone<Rooms.Made> gone -> failed(room, gone.sentence());
        };
    }

    private static Done failed(IncidentRoom room, String why) {
        return new Done(room.ended(IncidentRoom.State.FAILED, Optional.of(why)), Optional.empty(), Optional.empty());
    }

    private static Done invite(RoomWork work, Rooms chat) {
        var people = work.invitable();
        var out = new ArrayList<String>();
        for (var id : work.uninvited())
            if (people.stream().noneMatch(person -> person.responderId().equals(id)))
                out.add(name(work, id) + " (has no "
                        + work.room().spot().platform().word() + " account that I know of)");
        var after = work.room().inviting(work.uninvited());
        if (people.isEmpty()) return invited(after, out);
        return switch (chat.invite(work.room().channel().orElseThrow(), people)) {
            case RoomAnswer.Done<List<Rooms.LeftOut>> done -> {
                done.value().forEach(one -> out.add(name(work, one.responderId()) + " (" + one.why() + ")"));
                yield invited(after, out);
            }
            case RoomAnswer.Again<List<Rooms.LeftOut>> again -> again(work.room(), again.after(), again.problem());
            case RoomAnswer.NotAllowed<List<Rooms.LeftOut>> not -> {
                people.forEach(person -> out.add(person.name()));
                yield new Done(after, Optional.of(Duration.ZERO), Optional.of(notInvited(out) + ": " + not.sentence()));
            }
            case RoomAnswer.Gone<List<Rooms.LeftOut>> ignored -> closed(work.room());
        };
    }

    private static Done invited(IncidentRoom after, List<String> out) {
        return new Done(
                after,
                Optional.of(Duration.ZERO),
                out.isEmpty() ? Optional.empty() : Optional.of(notInvited(out) + "."));
    }

    private static String notInvited(List<String> out) {
        return "I could not invite " + out.stream().collect(Collectors.joining(", "));
    }

    private static String name(RoomWork work, UUID id) {
        return work.directory().responder(id).name();
    }

    private static Done setTopic(RoomWork work, Rooms chat) {
        var room = work.room();
        var answer = chat.changeTopic(room.channel().orElseThrow(), topic -> topic.isBlank() ? work.topic() : topic);
        return seenTo(room, room.topicSeenTo(), answer);
    }

    private static Done pin(RoomWork work, Rooms chat) {
        var room = work.room();
        var answer = chat.pin(room.channel().orElseThrow(), work.cardRef().orElseThrow());
        return seenTo(room, room.pinSeenTo(), answer);
    }

    /** A room is a room without a topic or a pin: what may not be done is left, and said in the log. */
    private static Done seenTo(IncidentRoom before, IncidentRoom after, RoomAnswer<?> answer) {
        return switch (answer) {
            case RoomAnswer.Done<?> ignored -> Done.on(after);
            case RoomAnswer.Again<?> again -> again(before, again.after(), again.problem());
            case RoomAnswer.NotAllowed<?> not -> {
                LOG.atWarn()
                        .addKeyValue("room", before.name())
                        .addKeyValue("problem", not.sentence())
                        .log("a room could not be set up whole");
                yield Done.on(after);
            }
            case RoomAnswer.Gone<?> ignored -> closed(before);
        };
    }

    private static Done closed(IncidentRoom room) {
        return new Done(room.ended(IncidentRoom.State.CLOSED, Optional.empty()), Optional.empty(), Optional.empty());
    }

    private static Done again(IncidentRoom room, Duration asked, String problem) {
        var own = FIRST_WAIT.multipliedBy(1L << Math.min(room.attempts(), MOST_DOUBLINGS));
        return new Done(
                room.failedOnce(problem), Optional.of(asked.compareTo(own) > 0 ? asked : own), Optional.empty());
    }

    private void settle(RoomWork work, Done done) {
        var now = needs.clock().instant();
        boolean ours = needs.incidents()
                .rooms()
                .settle(done.after(), work.lease(), done.pause().map(now::plus), now);
        if (!ours) return;
        if (done.after().isOpen() && !work.room().isOpen()) opened(work, done.after(), now);
        if (done.after().state() == IncidentRoom.State.CLOSED)
            needs.deliveries().touch(List.of(work.incident().id()), now);
        done.say()
                .ifPresent(words -> needs.deliveries()
                        .plan(List.of(PlannedDelivery.notice(
                                needs.ids().next(), done.after().channel().orElseThrow(), words, now))));
        needs.transactions().afterCommit(needs.wakeSender());
    }

    /** The incident's card and what happens to it go there as well from now on, and its other cards lead there. */
    private void opened(RoomWork work, IncidentRoom room, Instant now) {
        var incident = work.incident().id();
        var channel = room.channel().orElseThrow();
        needs.incidents()
                .timeline()
                .append(List.of(new TimelineEntry(
                        needs.ids().next(),
                        incident,
                        now,
                        room.openedBy(),
                        new IncidentEvent.RoomOpened(room.name()))));
        needs.deliveries().plan(List.of(PlannedDelivery.card(needs.ids().next(), incident, channel, now)));
        needs.deliveries().touch(List.of(incident), now);
        needs.deliveries().touchThreads(List.of(incident), now);
    }
}
