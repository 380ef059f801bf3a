package dev.arke.teamfile;

import dev.arke.calendar.Role;
import dev.arke.chat.ReminderPhrase;
import dev.arke.engine.people.DesiredState.Reminding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code reminders} of a responder: lengths of time for every duty, or for each its own. */
final class ReminderReader {
    private static final String FIELD = "reminders";
    private static final String EVERY = "every";
    private static final String NEVER = "never";
    private static final String NO_LEAD =
            "no time before a shift at which I remind. Write lengths from 10m to 60d such as 1w or 3h, or never.";
    private static final String NO_DUTY = "no role. Write for example {primary: [2d, 3h], every: [1w]}.";

    private final Problems problems;

    ReminderReader(Problems problems) {
        this.problems = problems;
    }

    List<Reminding> read(Section person) {
        if (!person.hasFields(FIELD)) {
            var words = person.words(FIELD);
            return words.isEmpty() ? List.of() : List.of(new Reminding(Optional.empty(), leads(words)));
        }
        var section = person.section(FIELD, "{primary: [2d, 3h]}").orElseThrow();
        var read = new ArrayList<Reminding>();
        var duties = new HashSet<Role.Duty>();
        for (var name : section.all().keySet()) {
            var duty = Role.parse(name).filter(Role.Duty.class::isInstance).map(Role.Duty.class::cast);
            if (duty.isEmpty()) problems.add(section.place(name), "“" + name + "” is " + NO_DUTY);
            else if (!duties.add(duty.get())) problems.add(section.place(name), name + " stands here twice.");
            var isEvery = duty.filter(any -> any.word().equals(EVERY)).isPresent();
            read.add(new Reminding(isEvery ? Optional.empty() : duty, leads(section.words(name))));
        }
        return read;
    }

    private List<Duration> leads(List<Tree.Scalar> words) {
        if (words.size() == 1 && words.getFirst().text().strip().equals(NEVER)) return List.of();
        var leads = new ArrayList<Duration>();
        for (var word : words) {
            var lead = ReminderPhrase.lead(word.text().strip());
            if (lead.isEmpty()) problems.add(word.place(), "“" + word.text() + "” is " + NO_LEAD);
            lead.ifPresent(leads::add);
        }
        if (words.size() > ReminderPhrase.MOST)
            problems.add(
                    words.getLast().place(), "these are more than " + ReminderPhrase.MOST + " reminders of one shift.");
        return leads.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }
}
