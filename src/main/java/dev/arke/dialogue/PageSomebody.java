package dev.arke.dialogue;

import dev.arke.alert.Alert;
import dev.arke.alert.CleanText;
import dev.arke.alert.Service;
import dev.arke.alert.Severities;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.engine.incident.PageByHand;
import dev.arke.engine.incident.PageByHand.Outcome;
import dev.arke.engine.incident.PageTarget;
import dev.arke.responder.Team;
import java.util.List;
import java.util.stream.Stream;

/** {@code page}: somebody calls for help. */
final class PageSomebody {
    static final List<Named.Kind> TARGETS = List.of(Named.Kind.SERVICE, Named.Kind.TEAM, Named.Kind.PERSON);
    private static final int MOST_BUTTONS = 8;

    private final PageByHand pageByHand;

    PageSomebody(PageByHand pageByHand) {
        this.pageByHand = pageByHand;
    }

    Reply answer(Asked asked, Command.Page page) {
        return switch (new Naming(asked).find(page.target(), TARGETS)) {
            case Named.ServiceNamed of ->
                page(asked, page, new PageTarget.About(of.service().id()));
            case Named.OfTeam of ->
                page(asked, page, new PageTarget.OfTeam(of.team().id()));
            case Named.Person of ->
                page(
                        asked,
                        page,
                        new PageTarget.OfPerson(
                                of.responder().id(),
                                asked.teams().stream().map(Team::id).findFirst()));
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        asked.phrases().say("page.none", unknown.sentence()),
                        "page",
                        unknown.near().stream()
                                .map(name -> Button.of(asked.phrases().say("button.page", name), line(name, page)))
                                .toArray(Button[]::new));
        };
    }

    private Reply page(Asked asked, Command.Page page, PageTarget target) {
        var priority = page.priority().orElse(Severities.WHEN_UNKNOWN);
        var call = new PageByHand.Call(page.summary(), page.details(), priority);
        return switch (pageByHand.page(asked.by(), target, call)) {
            case Outcome.Paged paged -> paged(asked, paged);
            case Outcome.Several which -> which(asked, page, which.services());
            case Outcome.Nowhere ignored ->
                Refusals.problem(asked, asked.phrases().say("page.nowhere"), "help page");
            case Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    private static Reply paged(Asked asked, Outcome.Paged paged) {
        long number = paged.incident().number();
        var say = asked.phrases();
        var it = DoneWords.number(number);
        var service = Span.text(paged.service().name());
        var people = paged.people().stream()
                .map(asked::person)
                .map(List::of)
                .reduce((one, other) -> Stream.of(one, List.of(Span.text(", ")), other)
                        .flatMap(List::stream)
                        .toList());
        var said = people.map(all -> say.spans("page.done", List.of(List.of(it), List.of(service), all)))
                .orElseGet(() -> say.spans("page.silent", it, service, asked.typed("show " + number)));
        var tone = paged.people().isEmpty() ? Tone.WARNING : Tone.GOOD;
        return new Reply.Private(Card.line(tone, said.toArray(Span[]::new))
                .withButtons(
                        Button.of(say.say("button.show"), "show " + number),
                        Button.of(say.say("button.mine"), "ack " + number),
                        Button.of(say.say("button.undo"), "resolve " + number + " paged by mistake")));
    }

    private static Reply which(Asked asked, Command.Page page, List<Service> services) {
        return Refusals.problem(
                asked,
                asked.phrases().say("page.which"),
                line(services.getFirst().name(), page),
                services.stream()
                        .limit(MOST_BUTTONS)
                        .map(service -> Button.of(service.name(), line(service.name(), page)))
                        .toArray(Button[]::new));
    }

    /** The same line with another target. */
    private static String line(String target, Command.Page page) {
        var summary = CleanText.cut(CleanText.line(page.summary()), Alert.SUMMARY_LIMIT);
        return "page " + Names.quoted(target) + " \"" + summary.replace('"', '\'') + "\""
                + page.priority().map(priority -> " " + priority.word()).orElse("");
    }
}
