package dev.arke.engine.reach;

import dev.arke.chat.PagePhrases;
import dev.arke.chat.TextAnswer;
import dev.arke.chat.TextReply;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.delivery.MarkContacts;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentStore;
import dev.arke.page.ReplyCodeStore;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Does what somebody texts back. Who they are is told by the number alone, which the network vouches for; a number that is
 * nobody's gets no answer, so that nobody learns anything.
 */
public final class HearText {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentStore incidents;
    private final ReplyCodeStore codes;
    private final FindConcerns findConcerns;
    private final ActOnIncidents act;
    private final MarkContacts contacts;
    private final InstantSource clock;

    HearText(ReachUseCases.Needs needs) {
        this.transactions = needs.transactions();
        this.directory = needs.directory();
        this.incidents = needs.incidents();
        this.codes = needs.codes();
        this.findConcerns = needs.findConcerns();
        this.act = needs.act();
        this.contacts = needs.contacts();
        this.clock = needs.clock();
    }

    /** What to answer; empty for somebody unknown. {@code number} as the network tells it, with + and the country's code. */
    public Optional<String> hear(String number, String text) {
        var people = transactions.read(() -> directory.current().responders()).stream()
                .filter(person -> person.methods().stream()
                        .anyMatch(method -> method.verified()
                                && method.kind() == ContactKind.SMS
                                && method.address().equals(number)))
                .toList();
        if (people.isEmpty()) return Optional.empty();
        var say = transactions.read(() -> new TextAnswer(
                PagePhrases.in(directory.current().readerOf(people.getFirst().id()))));
        return Optional.of(
                people.size() > 1 ? say.shared() : answer(people.getFirst(), number, TextReply.read(text), say));
    }

    private String answer(Responder person, String number, TextReply reply, TextAnswer say) {
        return switch (reply) {
            case TextReply.Acknowledge(var which) -> on(person, which, new IncidentAct.Acknowledge(), say);
            case TextReply.Resolve(var which, var note) -> on(person, which, new IncidentAct.Resolve(note), say);
            case TextReply.AcknowledgeAll ignored ->
                act(person, waitingFor(person), new IncidentAct.Acknowledge(), say);
            case TextReply.Stop ignored -> {
                contacts.gone(ContactKind.SMS, Set.of(number), "you replied stop");
                yield say.stopped();
            }
            case TextReply.Start ignored -> {
                contacts.back(ContactKind.SMS, Set.of(number));
                yield say.started();
            }
            case TextReply.Help ignored -> say.help();
            case TextReply.Unclear ignored -> say.help();
        };
    }

    private String on(Responder person, Optional<TextReply.Which> which, IncidentAct what, TextAnswer say) {
        if (which.isPresent()) {
            var meant = transactions.read(() -> meant(person, which.get()));
            return meant.isEmpty() ? say.unknown(which.get().value()) : act(person, meant, what, say);
        }
        var waiting = waitingFor(person);
        if (waiting.size() <= 1) return act(person, waiting, what, say);
        // No text may have told of some yet.
        return transactions.writeOverRivals(
                Durability.SYNCED,
                () -> say.which(
                        waiting,
                        codes.given(
                                person.id(),
                                waiting.stream().map(Incident::id).collect(Collectors.toSet()),
                                clock.instant())));
    }

    /** The one that the text asks for comes first; the other, which the text has too, counts where that is none of theirs. */
    private List<Incident> meant(Responder person, TextReply.Which number) {
        var code = byCode(person, number.value());
        var own = ownOf(person, number.value());
        return number.isIncidents() ? firstOf(own, code) : firstOf(code, own);
    }

    private static List<Incident> firstOf(List<Incident> one, List<Incident> other) {
        return one.isEmpty() ? other : one;
    }

    private List<Incident> byCode(Responder person, int code) {
        return codes.incidentOf(person.id(), code).stream()
                .flatMap(id -> incidents.read(List.of(id)).stream())
                .toList();
    }

    /** Of those that their texts were about. */
    private List<Incident> ownOf(Responder person, long number) {
        return incidents.readByNumbers(List.of(number)).stream()
                .filter(incident ->
                        !codes.of(person.id(), List.of(incident.id())).isEmpty())
                .toList();
    }

    private List<Incident> waitingFor(Responder person) {
        return findConcerns.find(actor(person), List.of()).paged();
    }

    private String act(Responder person, List<Incident> on, IncidentAct what, TextAnswer say) {
        if (on.isEmpty()) return say.nothingWaits();
        var numbers = on.stream().map(Incident::number).toList();
        return say.of(act.act(new By(actor(person), ContactKind.SMS.word()), numbers, what));
    }

    private static Actor actor(Responder person) {
        return new Actor.Person(person.id(), person.name());
    }
}
