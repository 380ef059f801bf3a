package dev.arke.http.rest;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.incident.Owner;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refusals that several operations on shifts share, and who did what before. */
final class ShiftChanges {
    private ShiftChanges() {}

    static String by(CalendarChange change) {
        return ": " + new Owner(change.actor()).label() + " changed it at " + change.madeAt();
    }

    static String lastOf(Optional<CalendarChange> last) {
        return last.map(change -> by(change)).orElse("");
    }

    /** What the first of two did, for the second. */
    static String since(Call call, Shift shift, Optional<CalendarChange> last) {
        return "Since you looked it has changed" + lastOf(last) + ". Now it is " + words(call, shift) + ".";
    }

    static String words(Call call, Shift shift) {
        return shift.responder().map(call::nameOf).orElse("nobody") + " as "
                + shift.role().word() + " from " + shift.interval().start() + " to "
                + shift.interval().end();
    }

    static RestRefusal clash(Call call, Collection<Shift> clashes) {
        return RestRefusal.conflict(
                "They have something else at that time: "
                        + clashes.stream()
                                .map(shift -> shift.role().word() + " of "
                                        + call.directory().team(shift.teamId()).name())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ".",
                "Send it with \"anyway\": true if that is meant.");
    }

    static RestRefusal whichRole(List<Role.Duty> duties) {
        return RestRefusal.conflict(
                "Several roles are meant: "
                        + duties.stream().map(Role.Duty::word).collect(Collectors.joining(", ")) + ".",
                "Say which with \"role\".");
    }

    static RestRefusal order(String end, String start) {
        return RestRefusal.unreadable(end + " is not after " + start + ".", "Give a time of some length.");
    }

    static RestRefusal notInTeam() {
        return RestRefusal.conflict("They are not in the team, or deactivated.", "Name a member of the team.");
    }
}
