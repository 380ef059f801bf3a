package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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

    private final Simulation simulation;
    private final Phrases say;

    private SimulationCard(Simulation simulation, Phrases say) {
        this.simulation = simulation;
        this.say = say;
    }

    public static Card of(Simulation simulation, Instant now, Phrases say) {
        return new SimulationCard(simulation, say).card(now);
    }

    private Card card(Instant now) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(say.say(
                "simulate.intro",
                simulation.policy(),
                simulation.team(),
                IncidentWords.priority(simulation.priority(), PagePhrases.in(say.reader())))));
        body.add(new Element.Lines(simulation.pages().stream().map(this::line).toList()));
        body.add(Element.paragraph(
                simulation.isCut()
                        ? say.say("simulate.cut")
                        : say.say("simulate.again", ContactWords.length(simulation.lastPause()))));
        var many = many();
        if (!many.isEmpty()) {
            body.add(new Element.Heading(say.say("simulate.many")));
            body.add(new Element.Lines(many));
        }
        if (!simulation.warnings().isEmpty()) {
            body.add(new Element.Heading(say.say("simulate.wrong")));
            body.add(new Element.Lines(
                    simulation.warnings().stream().map(this::warning).toList()));
        }
        return new Card(
                say.say("simulate.summary", simulation.service()),
                simulation.warnings().isEmpty() ? Tone.NEUTRAL : Tone.WARNING,
                title(now),
                body,
                List.of(Button.of(say.say("simulate.button.who"), "who " + Names.quoted(simulation.service()))),
                List.of());
    }

    /** What people want when too many pages come by one way, each person once. */
    private List<List<Span>> many() {
        return simulation.pages().stream()
                .flatMap(page -> page.people().stream())
                .filter(person -> !person.instead().isEmpty())
                .collect(Collectors.toMap(
                        Simulation.Person::id, person -> person, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(person -> say.spans(
                        "simulate.many.line",
                        new Span.Mention(person.id(), person.name()),
                        Span.text(
                                person.instead().stream().map(InsteadPhrase::of).collect(Collectors.joining("; ")))))
                .toList();
    }

    private List<Span> title(Instant now) {
        var service = Span.strong(simulation.service());
        return simulation.at().equals(now)
                ? say.spans("simulate.title.now", service)
                : say.spans("simulate.title.at", service, Span.dateTime(simulation.at()));
    }

    private List<Span> line(Simulation.Page page) {
        boolean quick = isQuick(simulation);
        List<Span> at = List.of(at(page.at(), simulation.at(), quick));
        List<Span> why = List.of(Span.text(why(page.why())));
        if (!quick) return say.spans("simulate.line", List.of(at, why, whom(page)));
        var after = ContactWords.after(Duration.between(simulation.at(), page.at()), MePhrases.in(say.reader()));
        return say.spans("simulate.line.quick", List.of(at, List.of(Span.text(after)), why, whom(page)));
    }

    private List<Span> whom(Simulation.Page page) {
        var people = page.people().stream()
                .map(person ->
                        List.of(new Span.Mention(person.id(), person.name()), Span.text(contacts(person, page.at()))));
        var places = Stream.concat(
                        page.channels().stream().map(channel -> say.say("simulate.post", channel)),
                        page.webhooks().stream().map(uri -> say.say("simulate.call", uri.getHost())))
                .map(words -> List.of(Span.text(words)));
        return Stream.concat(people, places)
                .reduce((one, other) -> say.spans("simulate.list", List.of(one, other)))
                .orElseGet(() -> List.of(Span.strong(say.say("nobody"))));
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

    private String why(Simulation.Why why) {
        return switch (why) {
            case Simulation.Why.OfStep step -> {
                var words = say.say("simulate.step", step.step());
                if (step.repetition() > 1) words = say.say("simulate.step.again", words);
                yield step.round() > 1 ? say.say("simulate.round", words, step.round()) : words;
            }
            case Simulation.Why.LastResort ignored -> say.say("simulate.resort");
            case Simulation.Why.Admins ignored -> say.say("simulate.admins");
        };
    }

    private String contacts(Simulation.Person person, Instant from) {
        var me = MePhrases.in(say.reader());
        return person.contacts().stream()
                .map(contact ->
                        ContactWords.due(contact.kind(), Duration.between(from, contact.at()), contact.every(), me))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private List<Span> warning(Simulation.Warning warning) {
        return switch (warning) {
            case Simulation.Warning.NobodyHolds nobody ->
                say.spans(
                        "simulate.nobody",
                        Span.text(nobody.duty()),
                        Span.text(nobody.team()),
                        Span.dateTime(nobody.at()));
            case Simulation.Warning.NotReachable person ->
                say.spans("simulate.unreachable", Span.text(person.person()));
            case Simulation.Warning.StepReachesNobody step ->
                say.spans("simulate.step.nobody", Span.text(String.valueOf(step.step())));
            case Simulation.Warning.LastResortReachesNobody ignored -> say.spans("timeline.resort.nobody");
        };
    }
}
