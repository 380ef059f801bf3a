package dev.arke.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.TeamCalendar;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Kind;
import dev.arke.card.Timeline.Row;
import dev.arke.card.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A team's calendar as a picture: who has which duty, who is away, and where nobody is. */
public final class CalendarCard {
    private static final int MOST_ROWS = 16;
    private static final int LONGEST_ALT = 1_900;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private static final Comparator<Bar> FIRST_DUTIES_LAST =
            Comparator.comparing((Bar bar) -> bar.kind() == Kind.FIRST).thenComparing(Bar::from);

    private final TeamCalendar calendar;
    private final ZoneId zone;
    private final Phrases say;

    private CalendarCard(TeamCalendar calendar, Phrases say) {
        this.calendar = calendar;
        this.zone = say.reader().zone();
        this.say = say;
    }

    public static Card of(TeamCalendar calendar, Instant now, Phrases say) {
        return new CalendarCard(calendar, say).card(now);
    }

    private Card card(Instant now) {
        var during = calendar.during();
        var rows = rows();
        var shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        var team = Names.quoted(calendar.team());
        var heading = say.say(
                "calendar.heading",
                calendar.team(),
                at(DAY, during.start()),
                at(DAY, during.end().minusNanos(1)));
        var body = new ArrayList<Element>();
        body.add(
                rows.isEmpty()
                        ? Element.paragraph(say.say("calendar.none"))
                        : new Element.Picture(
                                new Timeline(heading, during.start(), during.end(), now, zone, shown),
                                alt(heading, rows)));
        if (rows.size() > MOST_ROWS)
            body.add(Element.context(Span.text(say.say("calendar.more", rows.size() - MOST_ROWS))));
        return new Card(
                say.say("calendar.title", heading),
                rows.stream().anyMatch(row -> row.bars().stream().anyMatch(bar -> bar.kind() == Kind.GAP))
                        ? Tone.WARNING
                        : Tone.NEUTRAL,
                say.spans("calendar.title", Span.strong(calendar.team())),
                body,
                List.of(
                        Button.of(say.say("calendar.button.weeks"), "calendar " + team + " 2w"),
                        Button.of(say.say("calendar.button.month"), "calendar " + team + " month"),
                        Button.of(say.say("calendar.button.coverage"), "report coverage " + team)),
                List.of());
    }

    /** {@code of}: the other team whose duty it is. */
    private record Line(Optional<UUID> who, Role role, Optional<String> of) {}

    private String words(Line line) {
        return switch (line.role()) {
            case Role.Duty duty ->
                line.of().map(team -> say.say("duty.of", duty.word(), team)).orElse(duty.word());
            case Role.Absence absence -> say.say("absence." + absence.word());
        };
    }

    private Line line(Shift shift) {
        var of = shift.role() instanceof Role.Duty
                ? Optional.ofNullable(calendar.shown().get(shift.teamId()))
                : Optional.<String>empty();
        return new Line(shift.responder(), shift.role(), of);
    }

    /** Nobody first, then people by their first duty and its start. */
    private List<Row> rows() {
        var lines = calendar.shifts().stream().collect(groupingBy(this::line, mapping(Shift::interval, toList())));
        Map<String, List<Bar>> byName = new TreeMap<>();
        lines.forEach((line, intervals) -> Interval.joined(intervals).stream()
                .flatMap(interval -> interval.common(calendar.during()).stream())
                .forEach(interval -> byName.computeIfAbsent(name(line.who()), any -> new ArrayList<>())
                        .add(new Bar(interval.start(), interval.end(), words(line), kind(line)))));
        return byName.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        entry.getValue().stream().sorted(FIRST_DUTIES_LAST).toList()))
                .sorted(Comparator.comparingInt(CalendarCard::rank).thenComparing(CalendarCard::start))
                .toList();
    }

    private String name(Optional<UUID> who) {
        return who.map(id -> Optional.ofNullable(calendar.names().get(id)).orElseGet(() -> say.say("somebody")))
                .orElseGet(() -> say.say("nobody"));
    }

    private static Kind kind(Line line) {
        if (line.who().isEmpty()) return Kind.GAP;
        if (line.role() instanceof Role.Absence) return Kind.AWAY;
        return line.role().equals(Role.Duty.PRIMARY) && line.of().isEmpty() ? Kind.FIRST : Kind.OTHER;
    }

    private static int rank(Row row) {
        var kinds = row.bars().stream().map(Bar::kind).toList();
        if (kinds.contains(Kind.GAP)) return 0;
        if (kinds.contains(Kind.FIRST)) return 1;
        return kinds.contains(Kind.OTHER) ? 2 : 3;
    }

    private static Instant start(Row row) {
        return row.bars().stream()
                .filter(bar -> bar.kind() != Kind.AWAY)
                .map(Bar::from)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private String alt(String heading, List<Row> rows) {
        var said = rows.stream()
                .map(row -> say.say(
                        "calendar.row",
                        row.label(),
                        row.bars().stream()
                                .sorted(Comparator.comparing(Bar::from))
                                .map(this::said)
                                .collect(joining(", "))))
                .collect(joining("\n", heading + " (" + zone.getId() + ")\n", ""));
        return said.length() <= LONGEST_ALT ? said : said.substring(0, LONGEST_ALT - 1) + "…";
    }

    private String said(Bar bar) {
        return say.say("calendar.said", bar.words(), at(DAY_AND_CLOCK, bar.from()), at(DAY_AND_CLOCK, bar.to()));
    }

    private String at(DateTimeFormatter format, Instant at) {
        return format.withLocale(say.language()).format(at.atZone(zone));
    }
}
