package dev.arke.chat;

import dev.arke.calendar.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What follows the verbs of the calendar that only look. */
final class CalendarArguments {
    private CalendarArguments() {}

    static Parsed shifts(Words words) {
        return LookArguments.named(Verb.SHIFTS, words.skip("of"), of -> new Parsed.Understood(new Command.Shifts(of)));
    }

    /** A team, and two weeks or a month. */
    static Parsed calendar(Words words) {
        int weeks = words.isEmpty() ? 0 : weeks(words.last());
        return LookArguments.named(
                Verb.CALENDAR,
                (weeks > 0 ? words.untilLast() : words).skip("of").skip("for"),
                team -> new Parsed.Understood(new Command.Calendar(team, weeks > 0 ? weeks : 2)));
    }

    /** 0 where a word says no length. */
    private static int weeks(Words.Word word) {
        if (!word.isBare()) return 0;
        if (word.says("month")) return 5;
        return DurationPhrase.read(List.of(word.text().toLowerCase(Locale.ROOT)))
                .map(read -> Math.toIntExact(Math.clamp((read.length().toDays() + 6) / 7, 1, 5)))
                .orElse(0);
    }

    static Parsed rotation(Words words, ChatContext context) {
        if (!words.isEmpty() && words.first().says("why")) return why(words.after(1), context);
        return LookArguments.named(
                Verb.ROTATION,
                words.skip("list").skip("of"),
                team -> new Parsed.Understood(new Command.Rotations(team)));
    }

    /** A team, a duty, a time; any may be left out. */
    private static Parsed why(Words words, ChatContext context) {
        return LookArguments.untilTime("rotation why payments at fri 9am", words, context, (about, at) -> {
            var duty = about.isEmpty() || !about.last().isBare()
                    ? Optional.<Role.Duty>empty()
                    : duty(about.last().text());
            var team = duty.isPresent() ? about.untilLast() : about;
            return LookArguments.named(
                    Verb.ROTATION,
                    team.skip("for").skip("of"),
                    named -> new Parsed.Understood(new Command.Why(named, duty, at.orElse(context.now()))));
        });
    }

    /** One of the duties that every team may have; a team's own is written behind the team. */
    static Optional<Role.Duty> duty(String word) {
        return Role.parse(WordReader.withoutPause(word))
                .filter(Role.Duty.class::isInstance)
                .map(Role.Duty.class::cast)
                .filter(List.of(Role.Duty.PRIMARY, Role.Duty.SECONDARY, Role.Duty.SHADOW, Role.Duty.MANAGER)::contains);
    }
}
