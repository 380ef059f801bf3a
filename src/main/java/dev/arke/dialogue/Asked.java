package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import dev.arke.card.Span;
import dev.arke.chat.AnswerPhrases;
import dev.arke.chat.ChangePhrases;
import dev.arke.chat.ChatContext;
import dev.arke.chat.FormPhrases;
import dev.arke.chat.GrammarPhrases;
import dev.arke.chat.LookPhrases;
import dev.arke.chat.MePhrases;
import dev.arke.chat.PagePhrases;
import dev.arke.engine.incident.LookAround.Surroundings;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.Owner;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Language;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One line or form under way: who asks, as whom they act, where, and what there is around them. */
record Asked(Asker asker, Place place, Actor actor, Surroundings around, Instant now) {
    static Asked of(Asker asker, Place place, Surroundings around, Instant now) {
        return new Asked(asker, place, actor(asker, around), around, now);
    }

    private static Actor actor(Asker asker, Surroundings around) {
        return switch (asker.kind()) {
            case OUTSIDER -> new Actor.Outsider(asker.platform(), asker.tenant(), asker.userId());
            case MEMBER ->
                around.who()
                        .<Actor>map(person -> new Actor.Person(person.id(), person.name()))
                        .orElseGet(() -> new Actor.Unlinked(
                                asker.platform(), asker.tenant(), asker.userId(), asker.displayName()));
        };
    }

    By by() {
        return new By(actor, asker.platform().word());
    }

    Directory directory() {
        return around.directory();
    }

    List<Team> teams() {
        return around.teams();
    }

    Optional<Responder> me() {
        return actor instanceof Actor.Person ? around.who() : Optional.empty();
    }

    boolean isMe(UUID responderId) {
        return me().filter(person -> person.id().equals(responderId)).isPresent();
    }

    /** Whoever nobody knows is spoken to in English. */
    Reader reader() {
        var language = me().map(person -> directory().languageOf(person.id())).orElse(Language.ENGLISH);
        return new Reader(language.locale(), asker.zone());
    }

    /** The words of what only the asker reads. */
    Phrases phrases() {
        return AnswerPhrases.in(reader());
    }

    /** The words of what was not understood or found. */
    Phrases grammar() {
        return GrammarPhrases.in(reader());
    }

    /** The words of how they are reached. */
    Phrases own() {
        return MePhrases.in(reader());
    }

    /** The words of the forms they fill in. */
    Phrases forms() {
        return FormPhrases.in(reader());
    }

    /** The words of what came of their changes. */
    Phrases changes() {
        return ChangePhrases.in(reader());
    }

    /** The words of what they look at. */
    Phrases look() {
        return LookPhrases.in(reader());
    }

    Span priority(Priority priority) {
        return Span.text(PagePhrases.in(reader()).say("priority." + priority.word()));
    }

    /** A line as one types it here, to be shown in an answer. */
    Span typed(String line) {
        return Span.code((place.bot().root() + " " + line).strip());
    }

    /** Who has or ended an incident, as a name. */
    Span named(Owner owner) {
        return owner.person()
                .flatMap(directory()::responderNamed)
                .<Span>map(person -> new Span.Mention(person.id(), person.name()))
                .orElseGet(() -> Span.strong(owner.label()));
    }

    Span person(UUID id) {
        return new Span.Mention(id, directory().responder(id).name());
    }

    String service(Incident incident) {
        return directory().service(incident.facts().serviceId()).name();
    }

    ChatContext context() {
        var open = around.open().stream()
                .map(incident -> new ChatContext.OpenIncident(
                        incident.number(), incident.facts().summary()))
                .toList();
        return new ChatContext(
                asker.platform(),
                place.bot(),
                reader(),
                now,
                new ChatContext.Place(open, around.thread().map(Incident::number)),
                place.mentions());
    }
}
