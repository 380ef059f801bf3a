package dev.arke.http.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What operations take. */
final class Bodies {
    private Bodies() {}

    /**
     * {@code by} covers, for {@code insteadOf} or whoever has the role then; {@code anyway}: whatever else they have at that
     * time.
     */
    record OverrideWanted(
            String by,
            Optional<String> insteadOf,
            Optional<String> role,
            Instant from,
            Instant to,
            Optional<Boolean> anyway) {}

    /** {@code calendar}: the text of an iCalendar file. */
    record VacationFile(String calendar) {}

    /** {@code reason}: why something past is added; {@code anyway}: whatever else they have then. */
    record ShiftWanted(
            String person,
            String role,
            Instant start,
            Instant end,
            Optional<String> reason,
            Optional<Boolean> anyway) {}

    /** {@code seen}: the version one has seen; with another one nothing is changed. */
    record ShiftMove(
            Optional<Instant> start,
            Instant end,
            Optional<String> seen,
            Optional<String> reason,
            Optional<Boolean> alone,
            Optional<Boolean> anyway) {}

    record LinkWanted(String person, Optional<String> role, Instant from, Instant to) {}

    /** As the team file and chat write them: {@code every} 1w or 4d, 3d; {@code during} mon-fri 20:00-08:00. */
    record RotationWanted(
            String name,
            String role,
            String roster,
            String every,
            String starting,
            Optional<String> zone,
            Optional<String> during,
            Optional<String> strategy,
            Optional<String> horizon,
            Optional<String> active) {
        Map<String, String> fields() {
            var said = fieldsOf(Optional.of(role), Optional.of(roster), Optional.of(every), Optional.of(starting));
            put(said, zone, during, strategy, horizon, active);
            return said;
        }
    }

    /** What is left out stays as it is. */
    record RotationChanged(
            Optional<Boolean> paused,
            Optional<String> role,
            Optional<String> roster,
            Optional<String> every,
            Optional<String> starting,
            Optional<String> zone,
            Optional<String> during,
            Optional<String> strategy,
            Optional<String> horizon,
            Optional<String> active) {
        Map<String, String> fields() {
            var said = fieldsOf(role, roster, every, starting);
            put(said, zone, during, strategy, horizon, active);
            return said;
        }
    }

    private static Map<String, String> fieldsOf(
            Optional<String> role, Optional<String> roster, Optional<String> every, Optional<String> starting) {
        var said = new LinkedHashMap<String, String>();
        role.ifPresent(text -> said.put("role", text));
        roster.ifPresent(text -> said.put("roster", text));
        every.ifPresent(text -> said.put("every", text));
        starting.ifPresent(text -> said.put("starting", text));
        return said;
    }

    private static void put(
            Map<String, String> said,
            Optional<String> zone,
            Optional<String> during,
            Optional<String> strategy,
            Optional<String> horizon,
            Optional<String> active) {
        zone.ifPresent(text -> said.put("zone", text));
        during.ifPresent(text -> said.put("during", text));
        strategy.ifPresent(text -> said.put("strategy", text));
        horizon.ifPresent(text -> said.put("horizon", text));
        active.ifPresent(text -> said.put("active", text));
    }

    record Refill() {}

    /** What is given: a day's whole turn, or a time; {@code back} likewise, the nearest turn when left out. */
    record SwapWanted(
            String person,
            String with,
            Optional<LocalDate> day,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<LocalDate> backDay,
            Optional<Instant> backFrom,
            Optional<Instant> backTo,
            Optional<Boolean> anyway) {}

    /** {@code person}: of those who were asked; who asked withdraws it by declining. */
    record SwapAnswer(String person, Optional<Boolean> anyway) {}

    /** {@code place} counts from 1; the end when left out. */
    record RosterEntry(String person, Optional<Integer> place, Optional<Boolean> newRoster) {}

    record RosterMove(Optional<Integer> place, Optional<Boolean> inRotation) {}

    record VacationWanted(String person, LocalDate first, LocalDate last) {}

    /** As in the team file; {@code subject} is that of mails, and the first line elsewhere. */
    record TemplateTried(Optional<String> subject, String body) {}

    /** {@code channel} as slack:C0PAY; {@code priority}: whose rules of the person count, low when left out. */
    record NotificationWanted(
            Optional<String> person,
            Optional<String> team,
            Optional<String> role,
            Optional<String> channel,
            String text,
            Optional<String> priority,
            Optional<String> method,
            Optional<String> dedupKey) {}

    record Acknowledgement() {}

    record Resolution(Optional<String> note) {}
}
