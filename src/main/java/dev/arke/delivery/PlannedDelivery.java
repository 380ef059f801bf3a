package dev.arke.delivery;

import dev.arke.alert.CleanText;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactMethod;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message to be sent, before it is a row. Ids are the caller's, time-ordered. */
public record PlannedDelivery(
        UUID id,
        Optional<UUID> incidentId,
        Kind kind,
        int turn,
        Recipient to,
        Optional<Instant> dueAt,
        Optional<Instant> fallsThroughAt,
        Optional<UUID> standsIn,
        Optional<UUID> aboutId,
        Optional<String> words,
        Instant plannedAt) {
    /** Timeline lines of one moment are posted together. */
    public static final Duration THREAD_DELAY = Duration.ofSeconds(2);

    private static final int LONGEST_WORDS = 2000;

    public static PlannedDelivery page(
            UUID id,
            UUID incidentId,
            int turn,
            UUID responderId,
            ContactMethod method,
            Instant dueAt,
            Instant fallsThroughAt,
            Instant plannedAt) {
        if (!method.responderId().equals(responderId))
            throw new IllegalArgumentException("contact method " + method.id() + " is not of " + responderId);
        return pageTo(Recipient.of(method), id, incidentId, turn, dueAt, fallsThroughAt, plannedAt);
    }

    /** A new post in a channel, for a step that pages whoever is there. */
    public static PlannedDelivery channelPage(
            UUID id,
            UUID incidentId,
            int turn,
            ChannelAddress channel,
            Instant dueAt,
            Instant fallsThroughAt,
            Instant plannedAt) {
        return pageTo(Recipient.of(channel), id, incidentId, turn, dueAt, fallsThroughAt, plannedAt);
    }

    public static PlannedDelivery webhookPage(
            UUID id, UUID incidentId, int turn, URI uri, Instant dueAt, Instant fallsThroughAt, Instant plannedAt) {
        return pageTo(Recipient.of(uri), id, incidentId, turn, dueAt, fallsThroughAt, plannedAt);
    }

    private static PlannedDelivery pageTo(
            Recipient to,
            UUID id,
            UUID incidentId,
            int turn,
            Instant dueAt,
            Instant fallsThroughAt,
            Instant plannedAt) {
        return new PlannedDelivery(
                id,
                Optional.of(incidentId),
                Kind.PAGE,
                turn,
                to,
                Optional.of(dueAt),
                Optional.of(fallsThroughAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                plannedAt);
    }

    /** The incident's card, due now. */
    public static PlannedDelivery card(UUID id, UUID incidentId, ChannelAddress channel, Instant now) {
        return ofIncident(id, incidentId, Kind.CARD, channel, Optional.of(now), Optional.empty(), now);
    }

    /** A card that gets no message of its own: {@code digestId}'s stands for it. */
    public static PlannedDelivery cardInDigest(
            UUID id, UUID incidentId, ChannelAddress channel, UUID digestId, Instant now) {
        return ofIncident(id, incidentId, Kind.CARD, channel, Optional.empty(), Optional.of(digestId), now);
    }

    /** The thread below a card of its own; due soon: an incident begins with something to tell. */
    public static PlannedDelivery thread(UUID id, UUID incidentId, ChannelAddress channel, Instant now) {
        var dueAt = Optional.of(now.plus(THREAD_DELAY));
        return ofIncident(id, incidentId, Kind.THREAD, channel, dueAt, Optional.empty(), now);
    }

    private static PlannedDelivery ofIncident(
            UUID id,
            UUID incidentId,
            Kind kind,
            ChannelAddress channel,
            Optional<Instant> dueAt,
            Optional<UUID> standsIn,
            Instant now) {
        return new PlannedDelivery(
                id,
                Optional.of(incidentId),
                kind,
                0,
                Recipient.of(channel),
                dueAt,
                Optional.empty(),
                standsIn,
                Optional.empty(),
                Optional.empty(),
                now);
    }

    public static PlannedDelivery digest(UUID id, ChannelAddress channel, Instant now) {
        return new PlannedDelivery(
                id,
                Optional.empty(),
                Kind.DIGEST,
                0,
                Recipient.of(channel),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    public static PlannedDelivery notice(UUID id, ContactMethod method, String words, Instant now) {
        return noticeTo(id, Recipient.of(method), Optional.empty(), Optional.of(words), now);
    }

    /** The same, to be sent then. */
    public PlannedDelivery notBefore(Instant at) {
        return new PlannedDelivery(
                id, incidentId, kind, turn, to, Optional.of(at), fallsThroughAt, standsIn, aboutId, words, plannedAt);
    }

    public static PlannedDelivery notice(UUID id, ChannelAddress channel, String words, Instant now) {
        return noticeTo(id, Recipient.of(channel), Optional.empty(), Optional.of(words), now);
    }

    /** What became of a question, told to the one who asked it. */
    public static PlannedDelivery noticeAbout(UUID questionId, UUID id, ContactMethod method, Instant now) {
        return noticeTo(id, Recipient.of(method), Optional.of(questionId), Optional.empty(), now);
    }

    /** Words about an incident, if they are about one. */
    public static PlannedDelivery noticeOn(
            UUID id, Optional<UUID> incidentId, ContactMethod method, String words, Instant now) {
        return noticeTo(id, Recipient.of(method), incidentId, Optional.of(words), now);
    }

    public static PlannedDelivery notice(UUID id, Recipient to, String words, Instant now) {
        return noticeTo(id, to, Optional.empty(), Optional.of(words), now);
    }

    /** Words about an incident to an address that is nobody's. */
    public static PlannedDelivery tracking(UUID id, UUID incidentId, String mailAddress, String words, Instant now) {
        return noticeTo(id, Recipient.ofMail(mailAddress), Optional.of(incidentId), Optional.of(words), now);
    }

    /** A one-time link for the account that this pending link is about. */
    public static PlannedDelivery link(UUID id, UUID pendingLinkId, ContactMethod method, Instant now) {
        return new PlannedDelivery(
                id,
                Optional.empty(),
                Kind.LINK,
                0,
                Recipient.of(method),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pendingLinkId),
                Optional.empty(),
                now);
    }

    /** A code by which this contact method is proved. */
    public static PlannedDelivery code(UUID id, ContactMethod method, Instant now) {
        return new PlannedDelivery(
                id,
                Optional.empty(),
                Kind.CODE,
                0,
                Recipient.of(method),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.of(method.id()),
                Optional.empty(),
                now);
    }

    private static PlannedDelivery noticeTo(
            UUID id, Recipient to, Optional<UUID> aboutId, Optional<String> words, Instant now) {
        return new PlannedDelivery(
                id,
                Optional.empty(),
                Kind.NOTICE,
                0,
                to,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                aboutId,
                words.map(text -> CleanText.cut(text, LONGEST_WORDS)),
                now);
    }

    /** Asks somebody something, or reminds them of it. */
    public static PlannedDelivery question(
            UUID id,
            UUID incidentId,
            UUID questionId,
            int turn,
            ContactMethod method,
            Instant fallsThroughAt,
            Instant now) {
        return new PlannedDelivery(
                id,
                Optional.of(incidentId),
                Kind.QUESTION,
                turn,
                Recipient.of(method),
                Optional.of(now),
                Optional.of(fallsThroughAt),
                Optional.empty(),
                Optional.of(questionId),
                Optional.empty(),
                now);
    }

    /** The same, due only then; its patience begins then too. */
    public PlannedDelivery heldUntil(Instant then) {
        var patience = fallsThroughAt.map(at -> Duration.between(dueAt.orElse(plannedAt), at));
        return new PlannedDelivery(
                id,
                incidentId,
                kind,
                turn,
                to,
                Optional.of(then),
                patience.map(then::plus),
                standsIn,
                aboutId,
                words,
                plannedAt);
    }

    int lane() {
        return Delivery.lane(kind, Delivery.State.WAITING);
    }
}
