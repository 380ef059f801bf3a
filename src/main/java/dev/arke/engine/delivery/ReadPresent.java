package dev.arke.engine.delivery;

import dev.arke.chat.IncidentRoomStore;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Question;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.TimelineStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is needed to make the messages of claimed rows, in a few statements for all of them. */
final class ReadPresent {
    private static final List<Class<? extends IncidentEvent>> PAGINGS = List.of(
            IncidentEvent.StepFired.class,
            IncidentEvent.LastResortFired.class,
            IncidentEvent.AdminsPaged.class,
            IncidentEvent.RespondersAdded.class,
            IncidentEvent.Reassigned.class);

    private final ReadIncidentViews views;
    private final TimelineStore timeline;
    private final QuestionStore questions;
    private final DeliveryStore deliveries;
    private final IncidentRoomStore rooms;
    private final ReadDirectory directory;

    ReadPresent(ReadIncidentViews views, IncidentStores stores, DeliveryStore deliveries, ReadDirectory directory) {
        this.views = views;
        this.timeline = stores.timeline();
        this.questions = stores.questions();
        this.rooms = stores.rooms();
        this.deliveries = deliveries;
        this.directory = directory;
    }

    /** Inside a unit. */
    Present read(List<Delivery> claimed, MadeToSend made) {
        var directory = this.directory.current();
        var members =
                deliveries
                        .membersOf(claimed.stream()
                                .filter(ReadPresent::mayStandForOthers)
                                .map(Delivery::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                member -> member.standsIn().orElseThrow()));
        var incidents = new HashSet<UUID>();
        incidents.addAll(rooms.open(incidentsOf(claimed, Kind.THREAD)).keySet());
        claimed.stream()
                .filter(row -> row.kind() != Kind.THREAD || mayBeFlat(row, directory))
                .forEach(row -> row.incidentId().ifPresent(incidents::add));
        members.values().stream()
                .flatMap(List::stream)
                .forEach(row -> row.incidentId().ifPresent(incidents::add));
        var questions = this.questions
                .read(claimed.stream().flatMap(row -> row.aboutId().stream()).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Question::id, Function.identity()));
        questions.values().forEach(question -> incidents.add(question.incidentId()));
        return new Present(
                directory,
                views.read(incidents, directory),
                members,
                deliveries.cards(incidentsOf(claimed, Kind.THREAD)).stream()
                        .collect(Collectors.groupingBy(card -> card.incidentId().orElseThrow())),
                timeline.after(lastPosted(claimed)),
                timeline.ofKinds(incidentsOf(claimed, Kind.PAGE), PAGINGS),
                questions,
                deliveries.newest().cameAgain(withMembers(claimed, members)),
                made);
    }

    private static List<Delivery> withMembers(List<Delivery> claimed, Map<UUID, List<Delivery>> members) {
        return Stream.concat(claimed.stream(), members.values().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** Only then a line of the timeline says of which incident it is. */
    private static boolean mayBeFlat(Delivery row, Directory directory) {
        return row.to().channel().filter(directory.channels()::mayBeFlat).isPresent();
    }

    private static boolean mayStandForOthers(Delivery row) {
        return row.kind() == Kind.DIGEST
                || row.standsIn().filter(row.id()::equals).isPresent();
    }

    private static Collection<UUID> incidentsOf(List<Delivery> claimed, Kind kind) {
        return claimed.stream()
                .filter(row -> row.kind() == kind)
                .flatMap(row -> row.incidentId().stream())
                .collect(Collectors.toSet());
    }

    /** By incident, the least that one of its threads shows. */
    private static Map<UUID, Optional<UUID>> lastPosted(List<Delivery> claimed) {
        var last = new HashMap<UUID, Optional<UUID>>();
        for (var row : claimed) {
            if (row.kind() != Kind.THREAD) continue;
            var posted = row.progress().shown().postedThrough();
            row.incidentId().ifPresent(id -> last.merge(id, posted, ReadPresent::earlier));
        }
        return last;
    }

    private static Optional<UUID> earlier(Optional<UUID> a, Optional<UUID> b) {
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : a.get().compareTo(b.get()) < 0 ? a : b;
    }
}
