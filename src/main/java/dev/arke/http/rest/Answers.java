package dev.arke.http.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What operations answer, as it stands in the document. People, teams and roles are named, not numbered. */
final class Answers {
    private Answers() {}

    record Teams(List<Team> teams) {}

    record Team(String name, String timeZone, List<String> members, List<String> admins) {}

    record Rosters(List<Roster> rosters) {}

    record Roster(String name, List<RosterMember> people) {}

    record RosterMember(String person, boolean inRotation) {}

    record Rotations(List<Rotation> rotations) {}

    record Rotation(
            String name,
            String role,
            String every,
            String starting,
            String timeZone,
            List<String> during,
            String strategy,
            List<String> people,
            int horizonDays,
            boolean paused) {}

    /** {@code next}: what {@code after} takes for the page behind this one, when there is one. */
    record Shifts(List<Shift> shifts, Optional<String> next) {}

    /**
     * {@code person} is left out where it is a gap, {@code insteadOf} says who stood there before; {@code version} is another
     * one after each change.
     */
    record Shift(
            String id,
            String team,
            String role,
            Optional<String> person,
            Instant start,
            Instant end,
            boolean byHand,
            Optional<String> insteadOf,
            String version) {}

    /** {@code pager}: the number that goes with the primary's duty. */
    record OnCall(Instant at, String team, Optional<String> pager, List<Duty> duties) {}

    /** Who has it at that instant; nobody when empty. */
    record Duty(String role, List<Stretch> now, List<Stretch> next) {}

    record Stretch(Optional<String> person, Instant start, Instant end) {}

    record Coverage(Instant from, Instant to, List<Finding> findings) {}

    /** {@code kind}: gap, double_cover, unreachable, two_teams, back_to_back, little_rest. */
    record Finding(String kind, Optional<String> role, List<String> people, Instant start, Instant end) {}

    /** {@code id} undoes it, while nothing was changed since. */
    @SuppressWarnings("AvoidCommonTypeNames") // The document calls it by our word.
    record Override(String id, String role, List<Shift> shifts) {}

    /** A line of a file that could not be read, from 1. */
    record UnreadLine(int line, String why) {}

    /** {@code vacations}: how many are in the file within a year; {@code tooShort}: left out, as hours are none. */
    record ImportedVacations(int vacations, int added, int moved, int removed, int tooShort, List<UnreadLine> unread) {}

    record Undone(String id) {}

    /**
     * {@code id} undoes it; {@code shift} as it is now, or as it was that was taken away; {@code linked} are those that went
     * with it.
     */
    record ChangedShift(String id, Shift shift, List<Shift> linked) {}

    /** {@code id} undoes it. */
    record LinkedShifts(String id, List<Shift> shifts) {}

    /** {@code did}: preview, saved, paused, resumed, refilled, removed, unchanged; {@code id} undoes a refill. */
    record ChangedRotation(String name, String did, Optional<String> id, List<Shift> shifts) {}

    /** {@code id} undoes it; {@code conflicts}: duties in that time that somebody else should take. */
    record Vacation(String id, Optional<Instant> start, Optional<Instant> end, List<Shift> conflicts) {}

    record Report(LocalDate first, LocalDate last, List<ReportLine> lines) {}

    /** {@code role} is left out for pages to somebody who had none then; nights are 22:00 to 6:00 of the person's zone. */
    record ReportLine(
            String person,
            String team,
            Optional<String> role,
            int turns,
            long minutes,
            long nightMinutes,
            long weekendMinutes,
            long holidayMinutes,
            int pages,
            int pagesAtNight,
            int coversForOthers,
            int coveredByOthers) {}

    record Swaps(List<Swap> swaps) {}

    /** An open request: {@code whose} time goes to the first of {@code asked} who accepts, for the other one where there is one. */
    record Swap(
            String id,
            String role,
            String askedBy,
            String whose,
            List<String> asked,
            Instant start,
            Instant end,
            Optional<String> backRole,
            Optional<Instant> backStart,
            Optional<Instant> backEnd,
            Instant expiresAt) {}

    /** {@code repeated}: the same key was sent within 24 hours, and nothing was sent now. */
    record Notification(String id, boolean repeated, List<String> sentTo, List<String> unreached) {}

    /**
     * Of the incident with the number {@code incident}; {@code ownWords}: those of a template. {@code problem}: it failed, so these are
     * the usual ones. {@code subject} is none of texts and calls.
     */
    record PagePreview(
            long incident,
            String by,
            boolean ownWords,
            Optional<String> problem,
            Optional<String> subject,
            String text) {}

    /** {@code state}: triggered, acknowledged, snoozed, resolved. */
    record Incident(long number, String state, String service, String priority, String summary) {}
}
