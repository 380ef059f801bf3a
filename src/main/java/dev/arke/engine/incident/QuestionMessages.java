package dev.arke.engine.incident;

import dev.arke.alert.Priority;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Owner;
import dev.arke.incident.Question;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The messages of questions: each begins with the contact method that a page of low priority would take first. */
public final class QuestionMessages {
    /** How long one may be on its way before the next method is tried beside it. */
    private static final Duration PATIENCE = PagePlan.patience(Priority.LOW);

    private final Set<ContactKind> carriers;
    private final Ids ids;

    public QuestionMessages(Set<ContactKind> carriers, Ids ids) {
        this.carriers = Set.copyOf(carriers);
        this.ids = ids;
    }

    /** Asks or reminds, in the turn the question stands at; empty when nothing reaches the one who is asked. */
    Optional<PlannedDelivery> toAsked(Question question, Directory directory, Instant now) {
        return first(directory.responder(question.askedId()), directory, now)
                .map(method -> asking(question, question.turn(), method, now));
    }

    /** The same by another method. */
    public PlannedDelivery asking(Question question, int turn, ContactMethod method, Instant now) {
        return PlannedDelivery.question(
                ids.next(), question.incidentId(), question.id(), turn, method, now.plus(PATIENCE), now);
    }

    /** Tells the one who asked what became of it; empty when that is nobody who can be reached. */
    Optional<PlannedDelivery> toAsker(Question question, Directory directory, Instant now) {
        return person(question.asker(), directory)
                .flatMap(asker -> first(asker, directory, now))
                .map(method -> PlannedDelivery.noticeAbout(question.id(), ids.next(), method, now));
    }

    private static Optional<Responder> person(Owner asker, Directory directory) {
        return asker.person().flatMap(directory::responderNamed);
    }

    private Optional<ContactMethod> first(Responder person, Directory directory, Instant now) {
        return PagePlan.of(directory.rulesOf(person.id(), Priority.LOW), usable(person), now).stream()
                .findFirst()
                .map(PagePlan.Due::method);
    }

    /** The methods by which somebody can be asked, in their order. */
    public List<ContactMethod> usable(Responder person) {
        if (!person.active()) return List.of();
        return PagePlan.usable(person.methods(), carriers).stream()
                .filter(method -> method.kind() != ContactKind.CALL)
                .toList();
    }
}
