package dev.arke.engine.people;

import dev.arke.calendar.Reminders.Own;
import dev.arke.calendar.Role;
import dev.arke.engine.people.DesiredState.Reminding;
import dev.arke.responder.Responder;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;

/** The part of {@link Reconcile} that is about people's calendars. */
record ReconcileCalendars(FileCalendars before, DesiredState desired, ByName<Responder> known) {
    FileCalendars after() {
        var reminders = new HashMap<>(before.reminders());
        before.fromFile().forEach(reminders::remove);
        var fromFile = new HashSet<UUID>();
        var vacations = new HashMap<UUID, String>();
        for (var person : desired.people()) {
            var id = known.get(person.name()).id();
            var wanted = person.calendar();
            wanted.vacations().map(URI::toString).ifPresent(address -> vacations.put(id, address));
            // The file's are a start: whoever has chosen their own keeps them.
            if (wanted.reminders().isEmpty() || reminders.containsKey(id)) continue;
            reminders.put(
                    id, wanted.reminders().stream().map(one -> own(id, one)).toList());
            fromFile.add(id);
        }
        return new FileCalendars(reminders, fromFile, vacations);
    }

    private static Own own(UUID who, Reminding reminding) {
        return new Own(who, reminding.duty().map(Role.Duty::word).orElse(""), reminding.leads());
    }
}
