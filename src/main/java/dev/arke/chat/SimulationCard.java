package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to {@code simulate}: who would be paged when, by what, and what would go wrong. */
public final class SimulationCard {
    private static final Duration SAME_DAY = Duration.ofHours(12);

    private SimulationCard() {}

    public static Card of(Simulation simulation, Instant now) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph("This pages nobody. It is what the policy " + simulation.policy() + " of team "
                + simulation.team() + " would do with an incident of priority "
                + simulation.priority().word() + " if nobody took it."));
        body.add(new Element.Lines(
                simulation.pages().stream().map(page -> line(page, simulation)).toList()));
        body.add(Element.paragraph(
                simulation.isCut()
                        ? "And so on: the policy goes further than I show here."
                        : "The last one comes again every " + ContactWords.length(simulation.lastPause())
                                + " until somebody takes the incident."));
        var many = many(simulation);
        if (!many.isEmpty()) {
            body.add(new Element.Heading("When there are many"));
            body.add(new Element.Lines(many));
        }
        if (!simulation.warnings().isEmpty()) {
            body.add(new Element.Heading("What would go wrong"));
            body.add(new Element.Lines(
                    simulation.warnings().stream().map(SimulationCard::warning).toList()));
        }
        return new Card(
                "Who would be paged if " + simulation.service() + " broke",
                simulation.warnings().isEmpty() ? Tone.NEUTRAL : Tone.WARNING,
                title(simulation, now),
                body,
                List.of(Button.of("Who is on call", "who " + Names.quoted(simulation.service()))),
                List.of());
    }

    /** What people want when too many pages come by one way, each person once. */
    private static List<List<Span>> many(Simulation simulation) {
        return simulation.pages().stream()
                .flatMap(page -> page.people().stream())
                .filter(person -> !person.instead().isEmpty())
                .collect(Collectors.toMap(
                        Simulation.Person::id, person -> person, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(person -> List.of(
                        new Span.Mention(person.id(), person.name()),
                        Span.text(": "
                                + person.instead().stream()
                                        .map(InsteadPhrase::of)
                                        .collect(Collectors.joining("; ")) + ".")))
                .toList();
    }

    private static List<Span> title(Simulation simulation, Instant now) {
        var title = new ArrayList<Span>(List.of(Span.text("If "), Span.strong(simulation.service())));
        if (simulation.at().equals(now)) title.add(Span.text(" broke now"));
        else title.addAll(List.of(Span.text(" broke at "), Span.dateTime(simulation.at())));
        return title;
    }

    private static List<Span> line(Simulation.Page page, Simulation simulation) {
        var line = new ArrayList<Span>();
        boolean quick = isQuick(simulation);
        line.add(at(page.at(), simulation.at(), quick));
        if (quick) line.add(Span.text(" (" + ContactWords.after(Duration.between(simulation.at(), page.at())) + ")"));
        line.add(Span.text(" " + why(page.why()) + ": "));
        boolean first = true;
        for (var person : page.people()) {
            if (!first) line.add(Span.text("; "));
            first = false;
            line.add(new Span.Mention(person.id(), person.name()));
            line.add(Span.text(contacts(person, page.at())));
        }
        var places = Stream.concat(
                        page.channels().stream().map(channel -> "a new post in " + channel),
                        page.webhooks().stream().map(uri -> "a call of " + uri.getHost()))
                .collect(Collectors.joining("; "));
        if (!places.isEmpty()) line.add(Span.text(first ? places : "; " + places));
        else if (first) line.add(Span.strong("nobody"));
        return line;
    }

    private static Span at(Instant at, Instant start, boolean quick) {
        var since = Duration.between(start, at);
        if (since.compareTo(SAME_DAY) >= 0) return Span.dateTime(at);
        return quick ? new Span.Time(at, Span.TimeStyle.CLOCK_WITH_SECONDS) : Span.clock(at);
    }

    /** Whether pages follow each other so soon that the minute alone does not tell them apart. */
    private static boolean isQuick(Simulation simulation) {
        var pages = simulation.pages();
        for (int i = 1; i < pages.size(); i++) {
            var pause = Duration.between(pages.get(i - 1).at(), pages.get(i).at());
            if (pause.isPositive() && pause.compareTo(Span.SHORT) < 0) return true;
        }
        return false;
    }

    private static String why(Simulation.Why why) {
        return switch (why) {
            case Simulation.Why.OfStep step -> {
                var round = step.round() > 1 ? " (round " + step.round() + ")" : "";
                yield "step " + step.step() + (step.repetition() > 1 ? " again" : "") + round;
            }
            case Simulation.Why.LastResort ignored -> "last resort";
            case Simulation.Why.Admins ignored -> "the admins, because the last resort reaches nobody";
        };
    }

    private static String contacts(Simulation.Person person, Instant from) {
        return person.contacts().stream()
                .map(contact -> ContactWords.way(contact.kind()) + " "
                        + ContactWords.after(Duration.between(from, contact.at()))
                        + ContactWords.every(contact.every()))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static List<Span> warning(Simulation.Warning warning) {
        return switch (warning) {
            case Simulation.Warning.NobodyHolds nobody ->
                List.of(
                        Span.text("Nobody is " + nobody.duty() + " of " + nobody.team() + " at "),
                        Span.dateTime(nobody.at()),
                        Span.text("."));
            case Simulation.Warning.NotReachable person ->
                List.of(Span.text(person.person()
                        + " cannot be paged: none of their contact methods works. An admin can change them in the team"
                        + " file."));
            case Simulation.Warning.StepReachesNobody step ->
                List.of(Span.text("Step " + step.step() + " reaches nobody and is passed over."));
            case Simulation.Warning.LastResortReachesNobody ignored ->
                List.of(Span.text("The last resort reaches nobody."));
        };
    }
}
