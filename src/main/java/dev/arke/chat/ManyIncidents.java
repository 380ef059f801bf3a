package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.incident.Incident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Several incidents in one message: what nobody has comes first, the most urgent of it ahead. */
final class ManyIncidents {
    private static final int MOST_LINES = 20;

    /** A button's line has a longest length. */
    private static final int MOST_AT_ONCE = 200;

    private static final Comparator<IncidentView> ORDER = Comparator.comparing(
                    (IncidentView view) -> !isUnclaimed(view))
            .thenComparing(view -> view.incident().facts().priority(), Comparator.reverseOrder())
            .thenComparingLong(IncidentView::number);

    private final List<IncidentView> views;
    private final Phrases phrases;

    ManyIncidents(List<IncidentView> views, Phrases phrases) {
        this.phrases = phrases;
        this.views = views.stream().sorted(ORDER).toList();
    }

    private static boolean isUnclaimed(IncidentView view) {
        return view.incident() instanceof Incident.Triggered;
    }

    private static boolean isOver(IncidentView view) {
        return view.incident() instanceof Incident.Resolved;
    }

    List<IncidentView> unclaimed() {
        return views.stream().filter(ManyIncidents::isUnclaimed).toList();
    }

    boolean areAllOver() {
        return views.stream().allMatch(ManyIncidents::isOver);
    }

    /** "9 nobody has, 2 taken, 1 resolved". */
    String counts() {
        long over = views.stream().filter(ManyIncidents::isOver).count();
        long unclaimed = unclaimed().size();
        var parts = new ArrayList<String>();
        if (unclaimed > 0) parts.add(phrases.say("count.nobody", unclaimed));
        if (views.size() - unclaimed - over > 0) parts.add(phrases.say("count.taken", views.size() - unclaimed - over));
        if (over > 0) parts.add(phrases.say("count.resolved", over));
        return String.join(", ", parts);
    }

    Element lines() {
        var lines = new ArrayList<List<Span>>();
        views.stream().limit(MOST_LINES).map(this::line).forEach(lines::add);
        if (views.size() > MOST_LINES) lines.add(List.of(Span.text(phrases.say("more", views.size() - MOST_LINES))));
        return new Element.Lines(lines);
    }

    private List<Span> line(IncidentView view) {
        var spans = new ArrayList<Span>();
        spans.add(Span.strong("#" + view.number()));
        var facts = view.incident().facts();
        spans.add(Span.text(" " + IncidentWords.priority(facts.priority(), phrases) + " · " + view.service() + ": "
                + facts.summary() + " · "));
        spans.addAll(IncidentWords.state(view, phrases));
        return spans;
    }

    /** Stands for the line "ack 12 13 14"; none when nothing is left to take. */
    List<Button> acknowledgeAll() {
        var open = unclaimed();
        if (open.isEmpty()) return List.of();
        var numbers = open.stream()
                .limit(MOST_AT_ONCE)
                .map(view -> Long.toString(view.number()))
                .collect(Collectors.joining(" "));
        var label = open.size() == 1
                ? phrases.say("button.ack.number", numbers)
                : open.size() > MOST_AT_ONCE
                        ? phrases.say("button.ack.first", MOST_AT_ONCE)
                        : phrases.say("button.ack.all", open.size());
        return List.of(Button.primary(label, "ack " + numbers));
    }
}
