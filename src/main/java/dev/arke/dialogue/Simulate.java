package dev.arke.dialogue;

import dev.arke.alert.Service;
import dev.arke.alert.Severities;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.chat.PreviewCard;
import dev.arke.chat.SimulationCard;
import dev.arke.engine.delivery.PreviewPage;
import dev.arke.engine.incident.PageTarget;
import dev.arke.engine.incident.SimulateEscalation;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import java.util.List;

/** {@code simulate}: who would be paged if a service broke. */
final class Simulate {
    private static final List<Named.Kind> SERVICE_OR_TEAM = List.of(Named.Kind.SERVICE, Named.Kind.TEAM);
    private static final int MOST_BUTTONS = 8;

    private final SimulateEscalation simulate;
    private final PreviewPage preview;

    Simulate(SimulateEscalation simulate, PreviewPage preview) {
        this.simulate = simulate;
        this.preview = preview;
    }

    Reply answer(Asked asked, Command.Simulate command) {
        return switch (new Naming(asked).find(command.service(), SERVICE_OR_TEAM)) {
            case Named.ServiceNamed service -> simulate(asked, service.service(), command);
            case Named.OfTeam team -> {
                var services = new PageTarget.OfTeam(team.team().id()).service(asked.directory());
                yield services.size() == 1
                        ? simulate(asked, services.getFirst(), command)
                        : which(
                                asked,
                                asked.look().say("simulate.team", team.team().name()),
                                services);
            }
            case Named.Person person ->
                which(
                        asked,
                        asked.look().say("simulate.person", person.responder().name()),
                        asked.directory().services());
            case Named.Unknown unknown ->
                which(
                        asked,
                        unknown.sentence(),
                        unknown.near().stream()
                                .flatMap(name -> asked.directory().serviceNamed(name).stream())
                                .toList());
        };
    }

    private Reply simulate(Asked asked, Service service, Command.Simulate command) {
        if (command.by().isPresent())
            return preview(asked, service, command.by().get());
        var at = command.at().orElse(asked.now());
        var simulation = simulate.simulate(service.id(), command.priority().orElse(Severities.WHEN_UNKNOWN), at);
        return new Reply.Private(SimulationCard.of(simulation, asked.now(), asked.look()));
    }

    private Reply preview(Asked asked, Service service, ContactKind way) {
        var reader = asked.me().map(Responder::name).orElse("somebody");
        return new Reply.Private(preview.preview(service.id(), way, reader)
                .map(page -> PreviewCard.of(
                        service.name(), way, page.number(), page.card(), page.isOwn(), page.problem(), asked.look()))
                .orElseGet(() ->
                        Card.line(Tone.NEUTRAL, Span.text(asked.look().say("simulate.none", service.name())))));
    }

    private static Reply which(Asked asked, String sentence, List<Service> services) {
        var example = (services.isEmpty() ? asked.directory().services() : services)
                .stream().map(Service::name).findFirst();
        return Refusals.problem(
                asked,
                sentence,
                example.map(name -> "simulate " + Names.quoted(name)).orElse("help simulate"),
                services.stream()
                        .limit(MOST_BUTTONS)
                        .map(service -> Button.of(service.name(), "simulate " + Names.quoted(service.name())))
                        .toArray(Button[]::new));
    }
}
