package dev.arke.engine.people;

import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.escalation.StoredPolicy;
import dev.arke.page.NotificationRule;
import dev.arke.responder.AuditStore;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import dev.arke.responder.TeamFileStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads and writes a {@link FileState}, inside a unit of work. */
public final class FileStores {
    private final ReadDirectory.Stores stores;
    private final RotationStore rotations;
    private final ShiftStore shifts;
    private final ReminderStore reminders;
    private final VacationCalendarStore vacations;
    private final TeamFileStore file;
    private final AuditStore audit;

    /** The stores of what the file says of calendars. */
    public record Calendars(
            RotationStore rotations, ShiftStore shifts, ReminderStore reminders, VacationCalendarStore vacations) {}

    public FileStores(ReadDirectory.Stores stores, Calendars calendars, TeamFileStore file, AuditStore audit) {
        this.stores = stores;
        rotations = calendars.rotations();
        shifts = calendars.shifts();
        reminders = calendars.reminders();
        vacations = calendars.vacations();
        this.file = file;
        this.audit = audit;
    }

    /** Two nodes that apply a file at the same time do so one after the other. */
    void lock() {
        stores.version().lock();
    }

    FileState load() {
        return new FileState(
                stores.responders().load(),
                stores.rules().load(),
                stores.rules().fromFile(),
                new FileWishes(stores.rules().loadWishes(), stores.rules().wishesFromFile()),
                new FileCalendars(reminders.ofEverybody(), reminders.fromFile(), vacations.ofFile()),
                Set.copyOf(stores.identities().load()),
                stores.teams().load(),
                rotations.load(),
                Set.copyOf(stores.adminChannels().load()),
                stores.policies().loadVersions().stream()
                        .filter(StoredPolicy::present)
                        .toList(),
                stores.services().load(),
                stores.integrations().load());
    }

    /** Writes what differs, so that what is referred to is there first, and has what it may change of the calendar filled anew. */
    void write(FileState before, FileState after, Instant now) {
        var people = changed(before.responders(), after.responders());
        stores.responders().save(people);
        saveRules(before, after);
        saveWishes(before.wishes(), after.wishes());
        saveCalendars(before.calendars(), after.calendars(), now);
        stores.identities().delete(changed(after.identities(), before.identities()));
        stores.identities().save(changed(before.identities(), after.identities()));
        stores.adminChannels().replace(after.adminChannels());
        var gone = gone(before, after);
        shifts.release(gone, now);
        rotations.delete(gone);
        var teams = changed(before.teams(), after.teams());
        stores.teams().save(withOldRosters(teams, before));
        rotations.save(changed(before.rotations(), after.rotations()), now);
        stores.teams().save(teams);
        rotations.fillSoonIn(teams.stream().map(Team::id).toList(), now);
        rotations.fillSoonOf(people.stream().map(Responder::id).toList(), now);
        stores.policies().save(changed(before.policies(), after.policies()), now);
        stores.services().save(changed(before.services(), after.services()));
        stores.integrations().save(changed(before.integrations(), after.integrations()));
        stores.version().raise();
    }

    /** A roster can go only once no rotation takes from it any more. */
    private static List<Team> withOldRosters(List<Team> teams, FileState before) {
        var old = before.teams().stream().collect(Collectors.toMap(Team::id, Team::rosters));
        return teams.stream()
                .map(team -> team.with(Stream.concat(
                                team.rosters().stream(),
                                old.getOrDefault(team.id(), List.of()).stream()
                                        .filter(roster -> team.rosters().stream()
                                                .noneMatch(kept -> kept.id().equals(roster.id()))))
                        .toList()))
                .toList();
    }

    private void saveWishes(FileWishes before, FileWishes after) {
        var people = new HashSet<>(before.fromFile());
        people.addAll(after.fromFile());
        for (var id : people) {
            boolean isFile = after.fromFile().contains(id);
            if (!after.of(id).equals(before.of(id))
                    || isFile != before.fromFile().contains(id)) stores.rules().saveWishes(id, after.of(id), isFile);
        }
    }

    private void saveRules(FileState before, FileState after) {
        var changed = new HashMap<UUID, List<NotificationRule>>();
        var people = new HashSet<>(before.fileRules());
        people.addAll(after.fileRules());
        for (var id : people) {
            var rules = after.rules().getOrDefault(id, List.of());
            if (!rules.equals(before.rules().getOrDefault(id, List.of()))) changed.put(id, rules);
        }
        stores.rules().saveFromFile(changed);
    }

    private void saveCalendars(FileCalendars before, FileCalendars after, Instant now) {
        var people = new HashSet<>(before.fromFile());
        people.addAll(after.fromFile());
        for (var id : people) {
            var wanted = after.reminders().getOrDefault(id, List.of());
            if (!wanted.equals(before.reminders().getOrDefault(id, List.of()))) reminders.replaceByFile(id, wanted);
        }
        after.vacations().forEach((id, address) -> {
            if (!address.equals(before.vacations().get(id))) vacations.followByFile(id, address, now);
        });
        before.vacations().keySet().stream()
                .filter(id -> !after.vacations().containsKey(id))
                .forEach(id -> vacations.end(id, now));
    }

    private static Set<UUID> gone(FileState before, FileState after) {
        var kept =
                after.rotations().stream().map(stored -> stored.rotation().id()).collect(Collectors.toSet());
        return before.rotations().stream()
                .map(stored -> stored.rotation().id())
                .filter(id -> !kept.contains(id))
                .collect(Collectors.toSet());
    }

    private static <T> List<T> changed(Collection<T> before, Collection<T> after) {
        var old = new HashSet<>(before);
        return after.stream().filter(row -> !old.contains(row)).toList();
    }

    TeamFileStore file() {
        return file;
    }

    AuditStore audit() {
        return audit;
    }
}
