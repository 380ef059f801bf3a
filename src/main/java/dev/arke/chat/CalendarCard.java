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

    private CalendarCard(TeamCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** {@code zone} is the reader's. */
    public static Card of(TeamCalendar calendar, ZoneId zone, Instant now) {
        return new CalendarCard(calendar, zone).card(now);
    }

    private Card card(Instant now) {
        var during = calendar.during();
        var rows = rows();
        var shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
        var team = Names.quoted(calendar.team());
        var heading = calendar.team() + " · " + DAY.format(during.start().atZone(zone)) + " to "
                + DAY.format(during.end().minusNanos(1).atZone(zone));
        var body = new ArrayList<Element>();
        body.add(
                rows.isEmpty()
                        ? Element.paragraph("No shifts are planned in that time.")
                        : new Element.Picture(
                                new Timeline(heading, during.start(), during.end(), now, zone, shown),
                                alt(heading, rows)));
        if (rows.size() > MOST_ROWS)
            body.add(Element.context(Span.text("And " + (rows.size() - MOST_ROWS) + " more people.")));
        return new Card(
                "Calendar of " + heading,
                rows.stream().anyMatch(row -> row.bars().stream().anyMatch(bar -> bar.kind() == Kind.GAP))
                        ? Tone.WARNING
                        : Tone.NEUTRAL,
                List.of(Span.text("Calendar of "), Span.strong(calendar.team())),
                body,
                List.of(
                        Button.of("2 weeks", "calendar " + team + " 2w"),
                        Button.of("Month", "calendar " + team + " month"),
                        Button.of("Coverage", "report coverage " + team)),
                List.of());
    }

    /** {@code of}: the other team whose duty it is. */
    private record Line(Optional<UUID> who, Role role, Optional<String> of) {
        String words() {
            return role.word() + of.map(team -> " of " + team).orElse("");
        }
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
                        .add(new Bar(interval.start(), interval.end(), line.words(), kind(line)))));
        return byName.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        entry.getValue().stream().sorted(FIRST_DUTIES_LAST).toList()))
                .sorted(Comparator.comparingInt(CalendarCard::rank).thenComparing(CalendarCard::start))
                .toList();
    }

    private String name(Optional<UUID> who) {
        return who.map(id -> calendar.names().getOrDefault(id, "somebody")).orElse("nobody");
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
                .map(row -> row.label() + ": "
                        + row.bars().stream()
                                .sorted(Comparator.comparing(Bar::from))
                                .map(this::said)
                                .collect(joining(", ")))
                .collect(joining("\n", heading + " (" + zone.getId() + ")\n", ""));
        return said.length() <= LONGEST_ALT ? said : said.substring(0, LONGEST_ALT - 1) + "…";
    }

    private String said(Bar bar) {
        return bar.words() + " from " + DAY_AND_CLOCK.format(bar.from().atZone(zone)) + " to "
                + DAY_AND_CLOCK.format(bar.to().atZone(zone));
    }
}
