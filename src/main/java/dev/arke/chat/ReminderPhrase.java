package dev.arke.chat;

import dev.arke.calendar.Reminders;
import dev.arke.calendar.Reminders.Own;
import dev.arke.calendar.Role;
import dev.arke.card.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When one is reminded of shifts, as people type it and as it is said: {@code 1w 1d}, {@code primary 2d}, {@code never}. */
public final class ReminderPhrase {
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(60);
    /** So many of one shift. */
    public static final int MOST = 5;

    private static final String EXAMPLE = "me remind 1w 1d";

    private ReminderPhrase() {}

    /** What follows {@code me remind}. */
    static Parsed read(Words words) {
        var duty = words.isEmpty() || !words.first().isBare()
                ? Optional.<Role.Duty>empty()
                : CalendarArguments.duty(words.first().text());
        var rest = (duty.isPresent() ? words.after(1) : words)
                .texts().stream()
                        .flatMap(word -> Stream.of(WordReader.withoutPause(word).split(",")))
                        .filter(word -> !word.isEmpty() && !word.equals("and"))
                        .toList();
        if (rest.size() == 1 && rest.getFirst().equalsIgnoreCase("never"))
            return new Parsed.Understood(new Command.ChangeReminders(duty, Optional.of(List.of())));
        if (rest.size() == 1
                && (rest.getFirst().equalsIgnoreCase("usual") || rest.getFirst().equalsIgnoreCase("default")))
            return new Parsed.Understood(new Command.ChangeReminders(duty, Optional.empty()));
        var leads = new ArrayList<Duration>();
        for (var word : rest) {
            if (length(word).isEmpty()) return unclear("remind.length", Shown.word(word));
            var lead = lead(word);
            if (lead.isEmpty()) return unclear("remind.range");
            leads.add(lead.get());
        }
        if (leads.isEmpty() || leads.size() > MOST) return unclear("remind.many");
        return new Parsed.Understood(new Command.ChangeReminders(
                duty,
                Optional.of(leads.stream()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList())));
    }

    /** How long before a shift, such as {@code 1w}; empty where it is no length, too short or too long. */
    public static Optional<Duration> lead(String word) {
        return length(word).filter(lead -> lead.compareTo(SHORTEST) >= 0 && lead.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> length(String word) {
        return DurationPhrase.read(List.of(word))
                .filter(read -> read.words() == 1)
                .map(DurationPhrase.Read::length);
    }

    private static Parsed unclear(String key, Object... parts) {
        return Parsed.Misunderstood.of(key, EXAMPLE, parts);
    }

    /** "I remind you 7 days and 1 day before a shift; of secondary 1 h before." */
    public static String said(List<Own> own, Phrases me) {
        var always = own.stream()
                .filter(one -> one.duty().isEmpty())
                .map(Own::leads)
                .findFirst()
                .orElse(Reminders.USUAL);
        var others = own.stream()
                .filter(one -> !one.duty().isEmpty())
                .filter(one -> !always.isEmpty() || !one.leads().isEmpty())
                .map(one -> me.say("remind.duty", one.duty(), when(one.leads(), me)));
        var said = always.isEmpty() ? others : Stream.concat(Stream.of(when(always, me)), others);
        return said.reduce((one, other) -> me.say("remind.list", one, other))
                .map(all -> me.say(always.isEmpty() ? "remind.only" : "remind.always", all))
                .orElseGet(() -> me.say("remind.none"));
    }

    private static String when(List<Duration> leads, Phrases me) {
        return leads.stream()
                .map(lead -> length(lead, me))
                .reduce((one, other) -> me.say("and", one, other))
                .map(all -> me.say("remind.before", all))
                .orElseGet(() -> me.say("remind.never"));
    }

    private static String length(Duration lead, Phrases me) {
        int days = Math.toIntExact(lead.toDays());
        return lead.equals(Duration.ofDays(days)) ? me.count("remind.days", days) : FindingWords.hours(lead);
    }
}
