package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Reminders;
import dev.arke.calendar.Shift;
import dev.arke.card.Phrases;
import dev.arke.chat.HandoffCard;
import dev.arke.chat.HandoffCard.Change;
import dev.arke.chat.HandoffCard.Person;
import dev.arke.chat.NoticeWords;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who takes over a duty, and whom they relieve, at the second of the handoff and only where somebody else comes.
 * After a downtime only what still holds is told. Who was put there at that moment by hand knows already.
 */
public final class TellHandoffs {
    static final String NAME = "handoffs";
    private static final Duration IN_ANY_CASE = Duration.ofMinutes(1);
    private static final Duration BY_HAND = Duration.ofMinutes(2);
    private static final int MOST_OPEN = 500;

    private record Handoff(UUID teamId, Change change) {}

    private final CalendarUseCases.Needs needs;
    private final CalendarNotices notices;

    TellHandoffs(CalendarUseCases.Needs needs, CalendarNotices notices) {
        this.needs = needs;
        this.notices = notices;
    }

    /** Answers how many people were told. Where nothing begins, it writes but once a minute. */
    public int tellAllDue() {
        var now = needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var isQuiet = needs.transactions()
                .read(() -> needs.reminders()
                        .through(NAME)
                        .filter(through -> now.isBefore(through.plus(IN_ANY_CASE)))
                        .filter(through ->
                                needs.shifts().beginning(through, now).isEmpty())
                        .isPresent());
        return isQuiet ? 0 : needs.transactions().writeOverRivals(Durability.RELAXED, () -> advance(now));
    }

    private int advance(Instant now) {
        var through = needs.reminders().through(NAME);
        if (through.isEmpty()) needs.reminders().begin(NAME, now);
        if (through.isEmpty()
                || !through.get().isBefore(now)
                || !needs.reminders().advance(NAME, through.get(), now)) return 0;
        return tell(needs.shifts().beginning(through.get(), now), now);
    }

    private int tell(List<Shift> begun, Instant now) {
        var running = byClock(begun, now);
        if (running.isEmpty()) return 0;
        var directory = needs.directory().current();
        var byPerson = new HashMap<UUID, List<Handoff>>();
        var around = around(running);
        for (var shift : running) {
            var there = around.stream()
                    .filter(other -> other.teamId().equals(shift.teamId())
                            && other.role().equals(shift.role())
                            && !other.isGap())
                    .toList();
            if (!Reminders.begins(shift, there)) continue;
            var leave = leaving(shift, there, now);
            var handoff = new Handoff(shift.teamId(), change(shift, leave, directory));
            Stream.concat(leave.stream(), shift.responder().stream())
                    .forEach(who -> byPerson.computeIfAbsent(who, any -> new ArrayList<>())
                            .add(handoff));
        }
        notices.tellEach(words(byPerson, directory), directory, now);
        return byPerson.size();
    }

    /** Of these teams, back to where a turn that goes on now may have begun. */
    private List<Shift> around(List<Shift> running) {
        var teams = running.stream().map(Shift::teamId).collect(Collectors.toSet());
        var first = running.stream().map(shift -> shift.interval().start()).min(Instant::compareTo);
        var last = running.stream().map(shift -> shift.interval().start()).max(Instant::compareTo);
        return needs.shifts()
                .ofTeams(
                        teams,
                        new Interval(
                                first.orElseThrow().minus(RemindOfShifts.TURN),
                                last.orElseThrow().plusSeconds(1)));
    }

    /** Each hears of the own teams only. */
    private Map<UUID, Function<Phrases, String>> words(Map<UUID, List<Handoff>> byPerson, Directory directory) {
        var teams = byPerson.values().stream()
                .flatMap(List::stream)
                .map(Handoff::teamId)
                .collect(Collectors.toSet());
        var open = open(teams, directory).stream()
                .collect(Collectors.groupingBy(incident ->
                        directory.service(incident.facts().serviceId()).teamId()));
        var words = new HashMap<UUID, Function<Phrases, String>>();
        byPerson.forEach((who, handoffs) -> {
            var changes = handoffs.stream().map(Handoff::change).toList();
            var theirs = handoffs.stream()
                    .map(Handoff::teamId)
                    .distinct()
                    .flatMap(team -> open.getOrDefault(team, List.of()).stream())
                    .toList();
            words.put(who, say -> NoticeWords.of(HandoffCard.of(changes, theirs, say), say.reader()));
        });
        return words;
    }

    private List<Shift> byClock(List<Shift> begun, Instant now) {
        var running =
                begun.stream().filter(shift -> shift.interval().contains(now)).toList();
        var changes = needs.changes()
                .byId(running.stream().flatMap(shift -> change(shift).stream()).toList());
        return running.stream()
                .filter(shift -> change(shift)
                        .flatMap(id -> Optional.ofNullable(changes.get(id)))
                        .filter(change -> change.madeAt()
                                .plus(BY_HAND)
                                .isAfter(shift.interval().start()))
                        .isEmpty())
                .toList();
    }

    private static Optional<UUID> change(Shift shift) {
        return shift.provenance() instanceof Provenance.Edited edited ? edited.change() : Optional.empty();
    }

    /** Who had the duty up to that second and has it no more. */
    private static List<UUID> leaving(Shift shift, List<Shift> there, Instant now) {
        var stay = there.stream()
                .filter(other -> other.interval().contains(now))
                .map(other -> other.responder().orElseThrow())
                .collect(Collectors.toSet());
        return there.stream()
                .filter(other -> other.interval().end().equals(shift.interval().start()))
                .map(other -> other.responder().orElseThrow())
                .filter(who -> !stay.contains(who))
                .distinct()
                .toList();
    }

    private static Change change(Shift shift, List<UUID> leave, Directory directory) {
        var comes = directory.responder(shift.responder().orElseThrow());
        return new Change(
                directory.team(shift.teamId()).name(),
                shift.role().word(),
                leave.stream()
                        .map(id -> new Person(id, directory.responder(id).name(), Optional.empty()))
                        .toList(),
                List.of(new Person(
                        comes.id(), comes.name(), Optional.of(shift.interval().end()))));
    }

    private List<Incident> open(Set<UUID> teams, Directory directory) {
        var services = directory.services().stream()
                .filter(service -> teams.contains(service.teamId()))
                .map(service -> service.id())
                .collect(Collectors.toSet());
        return services.isEmpty() ? List.of() : needs.queries().find(IncidentQuery.openOn(services), MOST_OPEN);
    }
}
