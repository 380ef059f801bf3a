package dev.arke.engine.delivery;

import dev.arke.chat.ChannelLink;
import dev.arke.chat.IncidentRoom;
import dev.arke.chat.IncidentView;
import dev.arke.chat.PageReason;
import dev.arke.delivery.Delivery;
import dev.arke.engine.people.Directory;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.Question;
import dev.arke.incident.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How things stand, so far as some claimed rows need it: {@code members} by the row that stands for them, {@code cards},
 * {@code news} (the timelines' new entries) and {@code pagings} (their entries about whom was paged) by incident, {@code
 * questions} by their ids, {@code cameAgain}: the rows of pages that are not somebody's newest, {@code made}: what is made for the
 * rows that send it.
 */
record Present(
        Directory directory,
        Map<UUID, IncidentView> views,
        Map<UUID, List<Delivery>> members,
        Map<UUID, List<Delivery>> cards,
        Map<UUID, List<TimelineEntry>> news,
        Map<UUID, List<TimelineEntry>> pagings,
        Map<UUID, Question> questions,
        Set<UUID> cameAgain,
        MadeToSend made) {

    Optional<IncidentView> view(Delivery row) {
        return row.incidentId().map(views::get).filter(Objects::nonNull);
    }

    /** The question that a message asks or tells of. */
    Optional<Question> question(Delivery row) {
        return row.aboutId().map(questions::get).filter(Objects::nonNull);
    }

    Optional<MintLinks.Minted> link(Delivery row) {
        return Optional.ofNullable(made.links().get(row.id()));
    }

    Optional<String> code(Delivery row) {
        return Optional.ofNullable(made.codes().get(row.id()));
    }

    /** The number by which a text is answered; 0 where there is none. */
    int replyCode(Delivery row) {
        return made.replyCodes().getOrDefault(row.id(), 0);
    }

    Optional<IncidentView> view(Question question) {
        return Optional.ofNullable(views.get(question.incidentId()));
    }

    /** The incidents that a message stands for. */
    List<IncidentView> viewsOf(List<Delivery> rows) {
        return rows.stream().flatMap(row -> view(row).stream()).toList();
    }

    List<Delivery> membersOf(Delivery lead) {
        return members.getOrDefault(lead.id(), List.of());
    }

    /** Whether its person got a later page for its incident by the same way. */
    boolean cameAgain(Delivery page) {
        return cameAgain.contains(page.id());
    }

    /** The card whose thread this is. */
    Optional<Delivery> cardOf(Delivery thread) {
        return thread.incidentId().stream()
                .flatMap(id -> cards.getOrDefault(id, List.of()).stream())
                .filter(card -> card.to().name().equals(thread.to().name()))
                .findFirst();
    }

    /** Whether what happens to the incident is told in posts of their own, in the channel of this row. */
    boolean isFlat(Delivery thread) {
        if (isInRoom(thread)) return true;
        return thread.to()
                .channel()
                .flatMap(channel -> view(thread)
                        .map(view -> directory.service(view.incident().facts().serviceId()))
                        .flatMap(service -> directory.channels().governing(channel, service)))
                .filter(ChannelLink::isFlat)
                .isPresent();
    }

    /** The room of an incident is about nothing else. */
    boolean isInRoom(Delivery thread) {
        return view(thread)
                .flatMap(IncidentView::room)
                .flatMap(IncidentRoom::channel)
                .equals(thread.to().channel());
    }

    /** Timeline entries that a thread does not show yet, oldest first. */
    List<TimelineEntry> newsFor(Delivery thread) {
        var entries =
                thread.incidentId().map(id -> news.getOrDefault(id, List.of())).orElse(List.of());
        return thread.progress()
                .shown()
                .postedThrough()
                .map(last -> entries.stream()
                        .filter(entry -> entry.id().compareTo(last) > 0)
                        .toList())
                .orElse(entries);
    }

    /** Why a page goes to nobody any more: its person has left, or has this way of contact no longer. */
    Optional<String> gone(Delivery page) {
        var id = page.to().responderId();
        if (id.isEmpty()) return Optional.empty();
        var person = directory.responder(id.get());
        if (!person.active()) return Optional.of(person.name() + " is in Arke no more");
        boolean isThere = person.methods().stream()
                .anyMatch(method ->
                        page.to().contactMethodId().filter(method.id()::equals).isPresent()
                                && method.address().equals(page.to().address()));
        return isThere ? Optional.empty() : Optional.of(person.name() + " has this address no more");
    }

    /** Why this page was planned: what the timeline says of that moment, or of the last time before. */
    PageReason reason(Delivery page) {
        var person = page.to().responderId();
        if (person.isEmpty()) return new PageReason.Unknown();
        var entries =
                page.incidentId().map(id -> pagings.getOrDefault(id, List.of())).orElse(List.of());
        return entries.reversed().stream()
                .filter(entry -> !entry.at().isAfter(page.plannedAt()))
                .flatMap(entry -> reason(entry, person.get()))
                .findFirst()
                .orElseGet(PageReason.Unknown::new);
    }

    private static Stream<PageReason> reason(TimelineEntry entry, UUID person) {
        var asked = new PageReason.AskedBy(new Owner(entry.actor()).label());
        var event = entry.event();
        if (event instanceof IncidentEvent.StepFired fired)
            return reason(fired.people(), person, new PageReason.OfStep(fired.step()));
        if (event instanceof IncidentEvent.LastResortFired fired)
            return reason(fired.people(), person, new PageReason.LastResort());
        if (event instanceof IncidentEvent.AdminsPaged fired)
            return reason(fired.people(), person, new PageReason.Admin());
        if (event instanceof IncidentEvent.RespondersAdded added) return reason(added.people(), person, asked);
        return event instanceof IncidentEvent.Reassigned reassigned
                ? reason(Set.of(reassigned.to()), person, asked)
                : Stream.empty();
    }

    private static Stream<PageReason> reason(Set<UUID> paged, UUID person, PageReason reason) {
        return paged.contains(person) ? Stream.of(reason) : Stream.empty();
    }
}
