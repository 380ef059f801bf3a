package dev.arke.engine.calendar;

import dev.arke.calendar.Reminders.Own;
import dev.arke.calendar.Role;
import dev.arke.database.Durability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How long before their shifts somebody wants to be reminded. */
public final class ChangeReminders {
    private final CalendarUseCases.Needs needs;

    ChangeReminders(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** What somebody has said; nothing where all is as usual. */
    public List<Own> of(UUID who) {
        return needs.transactions().read(() -> needs.reminders().of(who));
    }

    /** For one duty or, without, for every one; {@code leads}: empty for as usual. Answers all there is then. */
    public List<Own> change(UUID who, Optional<Role.Duty> duty, Optional<List<Duration>> leads) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var role = duty.map(Role.Duty::word).orElse("");
            var own = new ArrayList<>(needs.reminders().of(who));
            own.removeIf(one -> one.duty().equals(role) || (leads.isEmpty() && role.isEmpty()));
            leads.ifPresent(wanted -> own.add(new Own(who, role, wanted)));
            needs.reminders().replace(who, own);
            return List.copyOf(own);
        });
    }
}
