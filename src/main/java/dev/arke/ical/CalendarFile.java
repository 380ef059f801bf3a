package dev.arke.ical;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceCalendars.Event;
import dev.arke.calendar.AbsenceCalendars.Unread;
import dev.arke.calendar.Interval;
import dev.arke.calendar.LocalTimes;
import dev.arke.responder.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RecurrenceId;

/**
 * The times of a calendar file (RFC 5545): events that recur, whole days and hours, exceptions. Cancelled events are none, and what
 * is shorter than four hours is an appointment, no vacation.
 */
final class CalendarFile {
    private static final Duration SHORTEST = Duration.ofHours(4);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST = 1000;
    /** Rules that would fill a year with tens of thousands of times. */
    private static final Pattern TOO_OFTEN =
            Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(SECOND|MINUTE|HOUR)=", Pattern.CASE_INSENSITIVE);

    private final ZoneId zone;
    private final Interval horizon;
    private final List<Unread> unread = new ArrayList<>();
    private final Map<String, Interval> found = new LinkedHashMap<>();
    private int tooShort;

    /** An event as it was read, and the line it begins at. */
    private record One(VEvent event, Temporal start, int line, String uid) {}

    private CalendarFile(ZoneId zone, Instant now) {
        this.zone = zone;
        this.horizon = new Interval(now, now.plus(AHEAD));
    }

    static Answer read(String file, ZoneId zone, Instant now) {
        if (!file.toUpperCase(Locale.ROOT).contains("BEGIN:VCALENDAR"))
            return new Answer.Failed("is no calendar file (iCalendar, .ics)", true);
        return new CalendarFile(zone, now).read(EventText.of(file));
    }

    private Answer read(EventText text) {
        unread.addAll(text.unread());
        var byUid = new LinkedHashMap<String, List<One>>();
        text.events()
                .forEach((line, event) -> parsed(text.zones(), event, line)
                        .ifPresent(one -> byUid.computeIfAbsent(one.uid(), any -> new ArrayList<>())
                                .add(one)));
        byUid.values().forEach(this::add);
        unread.sort(Comparator.comparingInt(Unread::line));
        var events = found.entrySet().stream()
                .map(entry -> new Event(Sha256.of(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(event -> event.interval().start()))
                .limit(MOST)
                .toList();
        return new Answer.Read(events, unread, tooShort);
    }

    private Optional<One> parsed(String zones, String event, int line) {
        var head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Arke//EN\r\n" + (event.contains("TZID") ? zones : "")
                + "BEGIN:VEVENT\r\n";
        try {
            if (TOO_OFTEN.matcher(event).find()) throw new DateTimeException("it recurs more often than daily");
            if (event.contains("TZID") && TOO_OFTEN.matcher(zones).find())
                throw new DateTimeException("a time zone of the file changes more often than daily");
            var calendar =
                    new CalendarBuilder().build(new StringReader(head + event + "END:VEVENT\r\nEND:VCALENDAR\r\n"));
            VEvent one = calendar.<VEvent>getComponents("VEVENT").getFirst();
            var start = one.getDateTimeStart();
            if (start == null) throw new DateTimeException("it has no DTSTART");
            var uid = one.getUid().map(Property::getValue).orElseGet(() -> Sha256.of(event));
            return Optional.of(new One(one, start.getDate(), line, uid));
        } catch (ParserException e) {
            lost(line, String.valueOf(e.getMessage()).replaceFirst("^Error at line \\d+: ?", ""));
        } catch (IOException | RuntimeException e) {
            lost(line, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void lost(int line, String why) {
        unread.add(new Unread(line, "the event that begins here cannot be read: " + why));
    }

    /** The events of one UID: one that may recur, and exceptions from it. */
    private void add(List<One> same) {
        var exceptions =
                same.stream().filter(one -> exceptsFrom(one).isPresent()).toList();
        var excepted =
                exceptions.stream().flatMap(one -> exceptsFrom(one).stream()).collect(Collectors.toSet());
        var whole = same.stream().filter(one -> exceptsFrom(one).isEmpty()).reduce((earlier, later) -> later);
        whole.ifPresent(one -> attempt(one, () -> recurring(one, excepted)));
        for (var one : exceptions)
            attempt(one, () -> {
                if (whole.map(CalendarFile::isCancelled).orElse(false)) return;
                add(one, one.uid() + "|" + exceptsFrom(one).orElseThrow(), one.start());
            });
    }

    private void attempt(One one, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            lost(one.line(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Instant> exceptsFrom(One one) {
        return one.event()
                .<RecurrenceId<Temporal>>getProperty(Property.RECURRENCE_ID)
                .map(id -> instant(id.getDate()));
    }

    private void recurring(One one, Set<Instant> excepted) {
        var around = new Period<>(
                horizon.start().minus(LONGEST).atZone(zone), horizon.end().atZone(zone));
        // One that happens once is the same event wherever it is moved.
        boolean recurs = Stream.of(Property.RRULE, Property.RDATE)
                .anyMatch(name -> one.event().getProperty(name).isPresent());
        Set<? extends Period<? extends Temporal>> times = one.event().calculateRecurrenceSet(around);
        for (var time : times) {
            var start = instant(time.getStart());
            if (!excepted.contains(start)) add(one, recurs ? one.uid() + "|" + start : one.uid(), time.getStart());
        }
    }

    private void add(One one, String key, Temporal start) {
        if (isCancelled(one)) return;
        var begins = instant(start);
        var ends = end(one, start);
        if (!begins.isBefore(ends)) throw new DateTimeException("it ends before it begins");
        var interval = new Interval(begins, ends);
        if (!interval.overlaps(horizon)) return;
        if (interval.length().compareTo(LONGEST) > 0) throw new DateTimeException("it is longer than a year");
        if (interval.length().compareTo(SHORTEST) < 0) tooShort++;
        else found.put(key, interval);
    }

    private static boolean isCancelled(One one) {
        return one.event()
                .getProperty(Property.STATUS)
                .map(Property::getValue)
                .filter("CANCELLED"::equalsIgnoreCase)
                .isPresent();
    }

    /** As long after this start as the event's own end is after its own start; a day where none is said of whole days. */
    private Instant end(One one, Temporal start) {
        var own = one.start();
        var end = Optional.ofNullable(one.event().getDateTimeEnd()).map(property -> property.getDate());
        if (start instanceof LocalDate day) {
            long days = end.map(last -> ChronoUnit.DAYS.between((LocalDate) own, LocalDate.from(last)))
                    .or(() -> duration(one)
                            .map(length -> ChronoUnit.DAYS.between(
                                    day, day.atStartOfDay().plus(length))))
                    .orElse(1L);
            return instant(day.plusDays(days));
        }
        var begins = instant(start);
        return end.map(last -> begins.plus(Duration.between(instant(own), instant(last))))
                .or(() -> duration(one)
                        .map(length -> Instant.from(begins.atZone(zone).plus(length))))
                .orElse(begins);
    }

    private static Optional<TemporalAmount> duration(One one) {
        return Optional.ofNullable(one.event().getDuration()).map(property -> property.getDuration());
    }

    private Instant instant(Temporal temporal) {
        return switch (temporal) {
            case LocalDate day -> LocalTimes.resolve(day.atStartOfDay(), zone);
            case LocalDateTime time -> LocalTimes.resolve(time, zone);
            default -> Instant.from(temporal);
        };
    }
}
