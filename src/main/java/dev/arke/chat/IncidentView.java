package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentText;
import dev.arke.incident.Question;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything the cards of an incident show. {@code mergedInto} is the number of the incident it became a part of. {@code room}: its own, while it is open. */
public record IncidentView(
        Incident incident,
        IncidentText text,
        String service,
        String team,
        List<Paged> paged,
        Optional<Long> mergedInto,
        List<AskedOf> questions,
        Optional<IncidentRoom> room) {
    public IncidentView {
        paged = List.copyOf(paged);
        questions = List.copyOf(questions);
    }

    /** Somebody paged in the present turn; missed when none of their pages arrived and none is left to try. */
    public record Paged(UUID responderId, String name, boolean isMissed) {}

    /** A question with the name of the one who is asked; a view has them oldest first. */
    public record AskedOf(Question question, String name) {}

    public long number() {
        return incident.number();
    }

    /** Who opened it by hand; empty when an alert did, whatever its labels say. */
    Optional<String> pagedBy() {
        return incident.facts().integrationId().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(text.labels().get(IncidentText.PAGED_BY));
    }

    /** "urgent #1042 checkout: disk full on db-3": what a lock screen shows. */
    public String headline() {
        return headline(PagePhrases.ENGLISH);
    }

    /** The same in another language. */
    public String headline(Phrases phrases) {
        var facts = incident.facts();
        return phrases.say(
                "headline",
                IncidentWords.priority(facts.priority(), phrases),
                facts.number(),
                service,
                facts.summary());
    }
}
