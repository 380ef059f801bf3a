package dev.arke.engine.reach;

import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.chat.PagePhrases;
import dev.arke.chat.ShortPage;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.delivery.ReadIncidentViews;
import dev.arke.engine.delivery.SayAgain;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Does what a key means that somebody pressed while a page was read to them: 1 takes it, 2 pages the next, 3 says it again. */
public final class HearKey {
    /** What came of it. */
    public sealed interface Heard {
        record Taken() implements Heard {}

        record Escalated() implements Heard {}

        /** Somebody else has all of it. */
        record Others() implements Heard {}

        /** It is over. */
        record Over() implements Heard {}

        record Refused() implements Heard {}

        /** Say it again, as it stands now. */
        record Again(Card card) implements Heard {}

        /** No such call, or not to this number. */
        record Unknown() implements Heard {}
    }

    /** {@code open}: what of it is not over; {@code isSingle}: it was no bundle. */
    private record Call(Actor.Person person, List<IncidentView> open, boolean isSingle, Directory directory) {}

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final DeliveryStore deliveries;
    private final ReadIncidentViews views;
    private final SayAgain sayAgain;
    private final ActOnIncidents act;

    HearKey(ReachUseCases.Needs needs) {
        this.transactions = needs.transactions();
        this.directory = needs.directory();
        this.deliveries = needs.deliveries();
        this.views = needs.views();
        this.sayAgain = needs.sayAgain();
        this.act = needs.act();
    }

    /** {@code number} is the one that was called; a key that means nothing has it said again. */
    public Heard hear(UUID deliveryId, String number, String key) {
        var call = transactions.read(() -> find(deliveryId, number));
        if (call.isEmpty()) return new Heard.Unknown();
        return switch (key) {
            case "1" -> act(call.get(), call.get().open(), new IncidentAct.Acknowledge(), new Heard.Taken());
            case "2" -> escalate(call.get());
            default -> call.get().open().isEmpty() ? new Heard.Over() : new Heard.Again(card(call.get()));
        };
    }

    private Optional<Call> find(UUID deliveryId, String number) {
        var rows = Stream.concat(
                        deliveries.read(List.of(deliveryId)).stream(),
                        deliveries.membersOf(List.of(deliveryId)).stream())
                .distinct()
                .filter(row -> row.kind() == Delivery.Kind.PAGE
                        && row.to().carrier() == ContactKind.CALL
                        && row.to().address().equals(number))
                .toList();
        var person =
                rows.stream().flatMap(row -> row.to().responderId().stream()).findFirst();
        if (person.isEmpty()) return Optional.empty();
        var directory = this.directory.current();
        var ids = rows.stream()
                .flatMap(row -> row.incidentId().stream())
                .distinct()
                .toList();
        var found = views.read(ids, directory);
        var open = ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .filter(view -> view.incident().isOpen())
                .toList();
        return Optional.of(new Call(
                new Actor.Person(person.get(), directory.responder(person.get()).name()),
                open,
                rows.size() == 1,
                directory));
    }

    /** As the call that was made: a page of one incident in its service's words, one of many in ours. */
    private Card card(Call call) {
        var person = call.person();
        var phrases = PagePhrases.in(call.directory().readerOf(person.id()));
        if (call.open().size() > 1) return ShortPage.of(call.open(), view -> 0, phrases);
        var view = call.open().getFirst();
        var usual = ShortPage.of(view, 0, phrases);
        return call.isSingle() ? sayAgain.of(view, person.name(), usual, call.directory()) : usual;
    }

    /** Whoever took it meanwhile keeps it. */
    private Heard escalate(Call call) {
        var theirs = call.open().stream()
                .filter(view -> !isAnothers(view.incident(), call.person()))
                .toList();
        return theirs.isEmpty() && !call.open().isEmpty()
                ? new Heard.Others()
                : act(call, theirs, new IncidentAct.Escalate(), new Heard.Escalated());
    }

    private static boolean isAnothers(Incident incident, Actor me) {
        return switch (incident) {
            case Incident.Acknowledged held -> !held.owner().is(me);
            case Incident.Snoozed held -> !held.owner().is(me);
            case Incident.Triggered ignored -> false;
            case Incident.Resolved ignored -> false;
        };
    }

    private Heard act(Call call, List<IncidentView> on, IncidentAct what, Heard done) {
        if (on.isEmpty()) return new Heard.Over();
        var numbers = on.stream().map(IncidentView::number).toList();
        var results = act.act(new By(call.person(), ContactKind.CALL.word()), numbers, what);
        if (results.stream()
                .anyMatch(result -> result instanceof ActResult.Done || result instanceof ActResult.Already))
            return done;
        if (results.stream().anyMatch(ActResult.HasOwner.class::isInstance)) return new Heard.Others();
        return results.stream().anyMatch(ActResult.Refused.class::isInstance) ? new Heard.Refused() : new Heard.Over();
    }
}
