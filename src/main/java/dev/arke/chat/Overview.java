package dev.arke.chat;

import dev.arke.calendar.PersonShift;
import dev.arke.calendar.TeamOnCall;
import java.time.Instant;
import java.util.List;

/**
 * What concerns somebody at one instant: their shifts, the incidents they have, those they were paged for, those nobody
 * has, and who is on call for the teams of the place.
 */
public record Overview(
        boolean isKnown,
        List<PersonShift> shifts,
        List<ListedIncident> had,
        List<ListedIncident> paged,
        List<ListedIncident> unclaimed,
        List<TeamOnCall> teams,
        Instant now) {
    public Overview {
        shifts = List.copyOf(shifts);
        had = List.copyOf(had);
        paged = List.copyOf(paged);
        unclaimed = List.copyOf(unclaimed);
        teams = List.copyOf(teams);
    }
}
