package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Reminders;
import dev.arke.calendar.Shift;
import dev.arke.card.Phrases;
import dev.arke.chat.NoticeWords;
import dev.arke.chat.ReminderCard;
import dev.arke.chat.ReminderCard.Coming;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reminds people of shifts to come. What is due between the last time and now is told once, by whichever node moves the
 * time on, in the same unit; so after a downtime each person gets one message, and nothing of what has begun.
 */
public final class RemindOfShifts {
    static final String NAME = "reminders";
    /** As far before a shift as an earlier piece of its turn is looked for. */
    static final Duration TURN = Duration.ofDays(35);

    private final CalendarUseCases.Needs needs;
    private final CalendarNotices notices;

    RemindOfShifts(CalendarUseCases.Needs needs, CalendarNotices notices) {
        this.needs = needs;
        this.notices = notices;
    }

    /** Answers how many people were reminded. */
    public int remindAllDue() {
        return needs.transactions().writeOverRivals(Durability.RELAXED, () -> {
            var now = needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            var through = needs.reminders().through(NAME);
            if (through.isEmpty()) needs.reminders().begin(NAME, now);
            if (through.isEmpty()
                    || !through.get().isBefore(now)
                    || !needs.reminders().advance(NAME, through.get(), now)) return 0;
            return remind(through.get(), now);
        });
    }

    private int remind(Instant through, Instant now) {
        var reminders = needs.reminders().all();
        var coming = new LinkedHashSet<Shift>();
        for (var lead : reminders.all())
            needs.shifts().beginning(through.plus(lead), now.plus(lead)).stream()
                    .filter(shift -> shift.interval().start().isAfter(now))
                    .filter(shift -> reminders
                            .of(shift.responder().orElseThrow(), shift.role())
                            .contains(lead))
                    .forEach(coming::add);
        var directory = needs.directory().current();
        var begun = beginning(coming);
        var words = new HashMap<UUID, Function<Phrases, String>>();
        begun.forEach((who, shifts) -> {
            var theirs = lines(shifts, directory);
            words.put(who, say -> NoticeWords.of(ReminderCard.of(theirs, say), say.reader()));
        });
        notices.tellEach(words, directory, now);
        return begun.size();
    }

    private Map<UUID, List<Shift>> beginning(Set<Shift> coming) {
        if (coming.isEmpty()) return Map.of();
        var around = around(coming);
        Map<UUID, List<Shift>> byPerson = new LinkedHashMap<>();
        for (var shift : coming)
            if (Reminders.begins(shift, around))
                byPerson.computeIfAbsent(shift.responder().orElseThrow(), any -> new ArrayList<>())
                        .add(shift);
        return byPerson;
    }

    private List<Shift> around(Collection<Shift> coming) {
        var people =
                coming.stream().map(shift -> shift.responder().orElseThrow()).collect(Collectors.toSet());
        var first = coming.stream().map(shift -> shift.interval().start()).min(Instant::compareTo);
        var last = coming.stream().map(shift -> shift.interval().end()).max(Instant::compareTo);
        return needs.shifts()
                .ofResponders(people, new Interval(first.orElseThrow().minus(TURN), last.orElseThrow()));
    }

    private static List<Coming> lines(List<Shift> shifts, Directory directory) {
        return shifts.stream()
                .map(shift -> new Coming(
                        directory.team(shift.teamId()).name(), shift.role().word(), shift.interval()))
                .toList();
    }
}
