package dev.arke.engine.room;

import dev.arke.chat.HandoffCard;
import dev.arke.chat.HandoffCard.Change;
import dev.arke.chat.HandoffCard.Person;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.NoticeWords;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.ChannelAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says in a channel who has taken over, when that is somebody else than was said last: at the handoff's second, after a
 * change by hand, or after a downtime once for all that was missed. Inside the unit that notes that it was said.
 */
final class AnnounceHandoff {
    private static final int MOST_OPEN = 50;

    private final DeliveryStore deliveries;
    private final IncidentQueryStore incidents;
    private final Ids ids;

    AnnounceHandoff(DeliveryStore deliveries, IncidentQueryStore incidents, Ids ids) {
        this.deliveries = deliveries;
        this.incidents = incidents;
        this.ids = ids;
    }

    Kept announce(Keeping keeping) {
        if (keeping.links().isEmpty()) return new Kept.Ended();
        var sync = keeping.sync();
        var now = state(keeping);
        var before = sync.written().map(AnnounceHandoff::read);
        before.map(known -> changes(known, keeping))
                .filter(changes -> !changes.isEmpty())
                .ifPresent(changes -> say(changes, keeping));
        return new Kept.Well(sync.kept(Optional.of(now), Optional.empty()));
    }

    private void say(List<Change> changes, Keeping keeping) {
        var sync = keeping.sync();
        var channel = new ChannelAddress(sync.target().platform(), sync.target().name());
        deliveries.plan(List.of(PlannedDelivery.notice(
                ids.next(),
                channel,
                NoticeWords.of(HandoffCard.of(changes, open(keeping, channel), NoticePhrases.ENGLISH)),
                keeping.now())));
    }

    private List<Incident> open(Keeping keeping, ChannelAddress channel) {
        var services = keeping.directory().channels().servicesAt(channel);
        return services.isEmpty() ? List.of() : incidents.find(IncidentQuery.openOn(services), MOST_OPEN);
    }

    /** A team that was not there before has handed nothing over; neither has a duty that nobody has had. */
    private static List<Change> changes(Map<String, List<UUID>> before, Keeping keeping) {
        var changes = new ArrayList<Change>();
        var known = before.keySet().stream().map(key -> key.split(" ", 2)[0]).collect(Collectors.toSet());
        var seen = new ArrayList<String>();
        for (var duty : keeping.onCall().duties()) {
            seen.add(key(duty));
            var had = before.getOrDefault(key(duty), List.of());
            if (!had.equals(duty.people()) && known.contains(duty.team().id().toString()))
                changes.add(change(had, duty, keeping));
        }
        for (var team : keeping.teams())
            before.forEach((key, had) -> {
                if (key.startsWith(team.id() + " ") && !had.isEmpty() && !seen.contains(key))
                    changes.add(
                            new Change(team.name(), key.split(" ", 2)[1], leaving(had, List.of(), keeping), List.of()));
            });
        return changes;
    }

    private static Change change(List<UUID> had, OnCallNow.Duty duty, Keeping keeping) {
        var has = duty.people();
        return new Change(
                duty.team().name(),
                duty.duty().word(),
                leaving(had, has, keeping),
                duty.stretches().stream()
                        .flatMap(stretch -> stretch.responder().stream()
                                .map(id -> new Person(
                                        id,
                                        name(id, keeping),
                                        Optional.of(stretch.interval().end()))))
                        .toList());
    }

    private static List<Person> leaving(List<UUID> had, List<UUID> has, Keeping keeping) {
        return had.stream()
                .filter(id -> !has.contains(id))
                .map(id -> new Person(id, name(id, keeping), Optional.empty()))
                .toList();
    }

    private static String name(UUID id, Keeping keeping) {
        return keeping.directory().responder(id).name();
    }

    /** A line for each duty: "team duty person,person", and for each team one that says that it was there. */
    private static String state(Keeping keeping) {
        var lines = new ArrayList<String>();
        keeping.teams().forEach(team -> lines.add(team.id() + " -"));
        keeping.onCall()
                .duties()
                .forEach(duty -> lines.add(key(duty) + " "
                        + duty.people().stream().map(UUID::toString).collect(Collectors.joining(","))));
        return String.join("\n", lines);
    }

    private static String key(OnCallNow.Duty duty) {
        return duty.team().id() + " " + duty.duty().word();
    }

    private static Map<String, List<UUID>> read(String state) {
        var people = new HashMap<String, List<UUID>>();
        state.lines().map(line -> line.split(" ", -1)).forEach(parts -> {
            var names = parts.length < 3 || parts[2].isEmpty() ? new String[0] : parts[2].split(",", -1);
            people.put(
                    parts[0] + " " + parts[1],
                    Arrays.stream(names).map(UUID::fromString).toList());
        });
        return people;
    }
}
