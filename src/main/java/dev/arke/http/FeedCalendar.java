package dev.arke.http;

import dev.arke.engine.calendar.PublishedFeed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A feed as iCalendar (RFC 5545, RFC 7986). All times are UTC, and nothing in it is of the moment: the same shifts give the
 * same text.
 */
final class FeedCalendar {
    private static final Duration REFRESH = Duration.ofHours(1);

    private FeedCalendar() {}

    /** {@code alarms}: each event rings so long before it begins. */
    static String text(PublishedFeed feed, List<Duration> alarms) {
        var events =
                feed.events().stream().map(event -> event(feed, event, alarms)).toList();
        var text = new StringWriter();
        try {
            new CalendarOutputter(false)
                    .output(new Calendar(new PropertyList(header(feed)), new ComponentList<>(events)), text);
        } catch (IOException e) {
            throw new UncheckedIOException("text is kept in memory", e);
        }
        return text.toString();
    }

    /** The second names and intervals are what programs read that do not know RFC 7986. */
    private static List<Property> header(PublishedFeed feed) {
        return List.of(
                new ProdId("-//Arke//on-call calendar//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(feed.title()),
                new XProperty("X-WR-CALNAME", feed.title()),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    }

    private static VEvent event(PublishedFeed feed, PublishedFeed.Event event, List<Duration> alarms) {
        var what = event.duty().word() + " of " + event.team();
        var summary = feed.ofTeam() ? event.person().orElse("NOBODY") + ": " + what : "on call: " + what;
        var properties = new ArrayList<Property>(List.of(
                new Uid(event.id() + "@arke"),
                new DtStamp(event.changedAt()),
                new LastModified(event.changedAt()),
                new Sequence(event.sequence()),
                new DtStart<>(event.interval().start()),
                new DtEnd<>(event.interval().end()),
                new Summary(summary),
                // Being on call keeps nobody from meetings.
                ImmutableTransp.TRANSPARENT));
        event.insteadOf().ifPresent(who -> properties.add(new Description("In place of " + who + ".")));
        return new VEvent(
                new PropertyList(properties),
                new ComponentList<>(
                        alarms.stream().map(before -> alarm(before, summary)).toList()));
    }

    private static VAlarm alarm(Duration before, String summary) {
        return new VAlarm(new PropertyList(
                List.of(ImmutableAction.DISPLAY, new Trigger(before.negated()), new Description(summary))));
    }
}
