package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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

    private final Function<UUID, String> names;
    private final Phrases say;

    private WholeIncidentCard(Function<UUID, String> names, Phrases say) {
        this.names = names;
        this.say = say;
    }

    /** {@code names} gives a responder's name. */
    public static Card of(
            IncidentView view,
            Collected collected,
            List<TimelineEntry> timeline,
            List<Delivery> deliveries,
            Function<UUID, String> names,
            Phrases say) {
        return new WholeIncidentCard(names, say).card(view, collected, timeline, deliveries);
    }

    private Card card(IncidentView view, Collected collected, List<TimelineEntry> timeline, List<Delivery> deliveries) {
        var page = PagePhrases.in(say.reader());
        var card = IncidentCard.of(view, page);
        var body = new ArrayList<>(card.body());
        // Before what may be long, which platforms cut.
        var rest = IncidentMenu.rest(view, page);
        if (!rest.isEmpty()) body.add(new Element.Actions(rest));
        alerts(collected, body);
        var lines = new TimelineLines(names, say);
        var entries = Recurring.told(timeline.stream()
                .map(entry -> Recurring.once(lines.words(entry), Optional.of(entry.at())))
                .toList());
        section("show.timeline", entries(entries), MOST_ENTRIES, body);
        var pages = Recurring.told(deliveries.stream()
                .filter(delivery -> delivery.kind() == Delivery.Kind.PAGE)
                .map(delivery -> Recurring.once(words(delivery), at(delivery)))
                .toList());
        section("show.pages", pages.stream().map(this::page).toList(), MOST_MESSAGES, body);
        var more = card.more().stream()
                .filter(button -> !button.line().equals("show " + view.number()))
                .toList();
        return new Card(card.summary(), card.tone(), card.title(), body, card.buttons(), more);
    }

    private void alerts(Collected collected, List<Element> body) {
        if (collected.all() == 0) return;
        body.add(new Element.Heading(say.say("show.alerts")));
        int hidden = collected.firing() - collected.sample().size();
        body.add(Element.context(Span.text(
                hidden > 0
                        ? say.say("show.alerts.hidden", collected.all(), collected.firing(), hidden)
                        : say.say("show.alerts.firing", collected.all(), collected.firing()))));
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

    private void section(String heading, List<List<Span>> lines, int most, List<Element> body) {
        if (lines.isEmpty()) return;
        body.add(new Element.Heading(say.say(heading)));
        int before = Math.max(0, lines.size() - most);
        if (before > 0) body.add(Element.context(Span.text(say.say("show.older", before))));
        body.add(new Element.Lines(lines.subList(before, lines.size())));
    }

    /** The first line of each stretch of time begins with its day. */
    private List<List<Span>> entries(List<Recurring> entries) {
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
    private List<Span> entry(Recurring entry, Instant dated) {
        var line = new ArrayList<Span>();
        entry.first().ifPresent(at -> line.addAll(List.of(when(dated, at), Span.text(" "))));
        line.addAll(entry.words());
        if (entry.times() == 1) return line;
        return entry.last()
                .map(at -> say.spans(
                        "show.again",
                        List.of(line, times(entry), List.of(when(entry.first().orElse(at), at)))))
                .orElseGet(() -> say.spans("show.times", List.of(line, times(entry))));
    }

    /** "chen by sandbox: arrived today 14:05.", "chen by sandbox: arrived 12 times, today 14:05 to 14:35." */
    private List<Span> page(Recurring page) {
        var words = page.words();
        if (page.first().isEmpty() || page.last().isEmpty())
            return page.times() > 1 ? say.spans("show.times", List.of(words, times(page))) : words;
        var first = page.first().get();
        var last = page.last().get();
        if (page.times() > 1)
            return say.spans(
                    "show.times.between",
                    List.of(words, times(page), List.of(Span.dateTime(first)), List.of(when(first, last))));
        var line = new ArrayList<>(words);
        line.addAll(List.of(Span.text(" "), Span.dateTime(first), Span.text(".")));
        return line;
    }

    private static List<Span> times(Recurring told) {
        return List.of(Span.text(String.valueOf(told.times())));
    }

    private List<Span> words(Delivery delivery) {
        var to = delivery.to();
        var state = Span.text(state(delivery));
        return to.responderId()
                .map(id -> say.spans(
                        "show.page",
                        new Span.Mention(id, names.apply(id)),
                        Span.text(ContactWords.way(to.carrier(), NoticePhrases.in(say.reader()))),
                        state))
                .orElseGet(() -> say.spans("show.page.place", Span.text(to.toString()), state));
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

    private String state(Delivery delivery) {
        var trouble = delivery.progress().trouble();
        var problem = trouble.problem().map(words -> " " + words).orElse("");
        return switch (delivery.state()) {
            case DELIVERED -> say.say("show.page.arrived");
            case WAITING ->
                switch (trouble.attempts()) {
                    case 0 -> say.say("show.page.waits");
                    case 1 -> say.say("show.page.tried.once") + problem;
                    default -> say.say("show.page.tried", trouble.attempts()) + problem;
                };
            case FAILED -> say.say("show.page.failed") + problem;
            case CANCELLED -> say.say("show.page.cancelled");
        };
    }
}
