package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.delivery.Delivery;
import dev.arke.incident.Collected;
import dev.arke.incident.CollectedAlert;
import dev.arke.incident.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answer to {@code show}: the incident's card with its timeline and what became of each message. */
public final class WholeIncidentCard {
    private static final int MOST_ENTRIES = 30;
    private static final int MOST_MESSAGES = 20;
    private static final int LONGEST_LABELS = 200;
    /** After that long a clock alone could be of another day. */
    private static final Duration SAME_DAY = Duration.ofHours(12);

    private WholeIncidentCard() {}

    /** {@code names} gives a responder's name. */
    public static Card of(
            IncidentView view,
            Collected collected,
            List<TimelineEntry> timeline,
            List<Delivery> deliveries,
            Function<UUID, String> names) {
        var card = IncidentCard.of(view);
        var body = new ArrayList<>(card.body());
        // Before what may be long, which platforms cut.
        var rest = IncidentMenu.rest(view);
        if (!rest.isEmpty()) body.add(new Element.Actions(rest));
        alerts(collected, body);
        var lines = new TimelineLines(names);
        var entries = Recurring.told(timeline.stream()
                .map(entry -> Recurring.once(lines.words(entry), Optional.of(entry.at())))
                .toList());
        section("Timeline", entries(entries), MOST_ENTRIES, body);
        var pages = Recurring.told(deliveries.stream()
                .filter(delivery -> delivery.kind() == Delivery.Kind.PAGE)
                .map(delivery -> Recurring.once(words(delivery, names), at(delivery)))
                .toList());
        section("Pages", pages.stream().map(WholeIncidentCard::page).toList(), MOST_MESSAGES, body);
        var more = card.more().stream()
                .filter(button -> !button.line().equals("show " + view.number()))
                .toList();
        return new Card(card.summary(), card.tone(), card.title(), body, card.buttons(), more);
    }

    private static void alerts(Collected collected, List<Element> body) {
        if (collected.all() == 0) return;
        body.add(new Element.Heading("Alerts"));
        int hidden = collected.firing() - collected.sample().size();
        body.add(Element.context(Span.text(collected.all() + " collected, " + collected.firing() + " still fire"
                + (hidden > 0 ? ", " + hidden + " of them not shown." : "."))));
        if (!collected.sample().isEmpty())
            body.add(new Element.Lines(
                    collected.sample().stream().map(WholeIncidentCard::line).toList()));
    }

    private static List<Span> line(CollectedAlert alert) {
        return List.of(Span.dateTime(alert.beganAt()), Span.text(" " + alert.summary() + labels(alert)));
    }

    private static String labels(CollectedAlert alert) {
        if (alert.labels().isEmpty()) return "";
        var labels = alert.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
        return CleanText.cut(" (" + labels, LONGEST_LABELS) + ")";
    }

    private static void section(String heading, List<List<Span>> lines, int most, List<Element> body) {
        if (lines.isEmpty()) return;
        body.add(new Element.Heading(heading));
        int before = Math.max(0, lines.size() - most);
        if (before > 0) body.add(Element.context(Span.text(before + " older lines are not shown.")));
        body.add(new Element.Lines(lines.subList(before, lines.size())));
    }

    /** The first line of each stretch of time begins with its day. */
    private static List<List<Span>> entries(List<Recurring> entries) {
        var lines = new ArrayList<List<Span>>();
        var dated = Instant.EPOCH;
        for (var entry : entries) {
            var since = dated;
            dated = entry.first().filter(at -> isLater(since, at)).orElse(since);
            lines.add(entry(entry, since));
        }
        return lines;
    }

    private static boolean isLater(Instant since, Instant at) {
        return Duration.between(since, at).compareTo(SAME_DAY) >= 0;
    }

    private static Span when(Instant since, Instant at) {
        return isLater(since, at) ? Span.dateTime(at) : Span.clock(at);
    }

    /** "14:05 Last resort: paging chen. 12 times, last at 14:35." */
    private static List<Span> entry(Recurring entry, Instant dated) {
        var line = new ArrayList<Span>();
        entry.first().ifPresent(at -> line.addAll(List.of(when(dated, at), Span.text(" "))));
        line.addAll(entry.words());
        if (entry.times() > 1) {
            line.add(Span.text(" " + entry.times() + " times"));
            entry.last()
                    .ifPresent(at -> line.addAll(
                            List.of(Span.text(", last at "), when(entry.first().orElse(at), at))));
            line.add(Span.text("."));
        }
        return line;
    }

    /** "chen by sandbox: arrived today 14:05.", "chen by sandbox: arrived 12 times, today 14:05 to 14:35." */
    private static List<Span> page(Recurring page) {
        var line = new ArrayList<>(page.words());
        if (page.times() > 1) line.add(Span.text(" " + page.times() + " times"));
        page.first().ifPresent(at -> line.addAll(List.of(Span.text(page.times() > 1 ? ", " : " "), Span.dateTime(at))));
        if (page.times() > 1)
            page.last()
                    .ifPresent(at -> line.addAll(
                            List.of(Span.text(" to "), when(page.first().orElse(at), at))));
        if (page.first().isPresent() || page.times() > 1) line.add(Span.text("."));
        return line;
    }

    private static List<Span> words(Delivery delivery, Function<UUID, String> names) {
        var to = delivery.to();
        var state = Span.text(": " + state(delivery));
        return to.responderId()
                .<List<Span>>map(id -> List.of(
                        new Span.Mention(id, names.apply(id)),
                        Span.text(" by " + ContactWords.way(to.carrier())),
                        state))
                .orElseGet(() -> List.of(Span.text(to.toString()), state));
    }

    /** When it arrived or is to be sent; empty where the words say all. */
    private static Optional<Instant> at(Delivery delivery) {
        var progress = delivery.progress();
        return switch (delivery.state()) {
            case DELIVERED -> progress.shown().deliveredAt();
            case WAITING -> progress.trouble().attempts() > 0 ? Optional.empty() : progress.dueAt();
            case FAILED, CANCELLED -> Optional.empty();
        };
    }

    private static String state(Delivery delivery) {
        var trouble = delivery.progress().trouble();
        var problem = trouble.problem().map(words -> " " + words).orElse("");
        return switch (delivery.state()) {
            case DELIVERED -> "arrived";
            case WAITING ->
                trouble.attempts() > 0
                        ? "did not arrive yet, tried " + times(trouble.attempts()) + "." + problem
                        : "to be sent";
            case FAILED -> "did not arrive." + problem;
            case CANCELLED -> "not sent: it was not needed any more.";
        };
    }

    private static String times(int attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }
}
