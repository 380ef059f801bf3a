package dev.arke.http.rest;

import dev.arke.alert.Priority;
import dev.arke.engine.calendar.WhoIsOnCall;
import dev.arke.engine.reach.SendNotification;
import dev.arke.engine.reach.SendNotification.Outcome;
import dev.arke.engine.reach.SendNotification.Wanted;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages without an incident. */
final class NotificationOperations {
    private static final int LONGEST_KEY = 200;

    private final SendNotification send;
    private final WhoIsOnCall whoIsOnCall;

    NotificationOperations(SendNotification send, WhoIsOnCall whoIsOnCall) {
        this.send = send;
        this.whoIsOnCall = whoIsOnCall;
    }

    List<Operation> all() {
        return List.of(Operation.post(
                "/notifications",
                "notify",
                "Sends words to a person, to whoever has a role of a team now, or to a channel; about no incident, and"
                        + " nothing escalates.",
                Bodies.NotificationWanted.class,
                Answers.Notification.class,
                this::send));
    }

    private Object send(Call call) {
        var body = call.body(Bodies.NotificationWanted.class);
        return switch (send.send(call.by(), wanted(call, body))) {
            case Outcome.Sent sent ->
                new Answers.Notification(
                        sent.id().toString(), false, names(call, sent.to()), names(call, sent.unreached()));
            case Outcome.Repeated repeated ->
                new Answers.Notification(repeated.id().toString(), true, List.of(), List.of());
            case Outcome.NoCarrier ignored ->
                throw RestRefusal.conflict("No chat of this channel is set up here.", "Name a channel of another one.");
            case Outcome.Refused refused ->
                throw RestRefusal.forbidden(refused.why().sentence());
        };
    }

    private Wanted wanted(Call call, Bodies.NotificationWanted body) {
        long targets = Stream.of(body.person(), body.team(), body.channel())
                .filter(Optional::isPresent)
                .count();
        if (targets != 1 || body.team().isPresent() != body.role().isPresent())
            throw RestRefusal.unreadable("It does not say to whom.", "Send one of person, channel, or team with role.");
        if (body.text().isBlank()) throw RestRefusal.unreadable("text is blank.", "Send what to say.");
        if (body.dedupKey().filter(key -> key.length() > LONGEST_KEY).isPresent())
            throw RestRefusal.unreadable("dedup_key is too long.", "Send at most 200 characters.");
        var team = body.team().map(call::team);
        return new Wanted(
                people(call, body, team),
                body.channel().map(NotificationOperations::channel),
                team.map(Team::id),
                priority(body.priority()),
                body.method().map(NotificationOperations::method),
                body.text(),
                body.dedupKey());
    }

    private Set<UUID> people(Call call, Bodies.NotificationWanted body, Optional<Team> team) {
        if (team.isEmpty())
            return body.person().map(call::person).map(one -> one.id()).stream().collect(Collectors.toSet());
        var duty = Call.duty(body.role().orElseThrow());
        return whoIsOnCall.whoIsOnCall(List.of(team.get().id()), call.now()).stream()
                .flatMap(on -> on.duties().stream())
                .filter(on -> on.duty().equals(duty))
                .flatMap(on -> on.now().stream())
                .flatMap(stretch -> stretch.responder().stream())
                .collect(Collectors.toSet());
    }

    private static ChannelAddress channel(String text) {
        return ChannelAddress.parse(text)
                .orElseThrow(() -> RestRefusal.unreadable("channel cannot be read.", "Write it like slack:C0PAY."));
    }

    private static Priority priority(Optional<String> word) {
        return word.map(text -> Priority.parse(text)
                        .orElseThrow(() -> RestRefusal.unreadable(
                                "priority cannot be read.", "Send urgent, high, medium or low; low when left out.")))
                .orElse(Priority.LOW);
    }

    private static ContactKind method(String word) {
        return ContactKind.parse(word)
                .filter(kind -> kind != ContactKind.WEBHOOK)
                .orElseThrow(() -> RestRefusal.unreadable(
                        "method cannot be read.", "Send slack, teams, email, sms or call, or leave it out."));
    }

    private static List<String> names(Call call, List<UUID> people) {
        return people.stream().map(call::nameOf).sorted().toList();
    }
}
