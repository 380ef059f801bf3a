package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.arke.database.Batch;
import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The outbox as use cases see it: messages are planned, cancelled, changed and read. Sending is {@link OutboxStore}'s. */
public final class DeliveryStore {
    private static final String WAITING = State.WAITING.word();
    private static final String DELIVERED = State.DELIVERED.word();

    /** A rule has a page wait a day at most. */
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** What an incident sent for one of its turns. */
    public record Turn(UUID incidentId, int number) {}

    private record Key(UUID incidentId, String kind, int turn, String recipient) {}

    private final DSLContext dsl;
    private final DeliveryKeyStore keys;
    private final NewestPageStore newest;
    private final QuestionMessageStore questions;

    public DeliveryStore(DSLContext dsl) {
        this.dsl = dsl;
        this.keys = new DeliveryKeyStore(dsl);
        this.newest = new NewestPageStore(dsl);
        this.questions = new QuestionMessageStore(dsl, keys);
    }

    /** Which pages came again. */
    public NewestPageStore newest() {
        return newest;
    }

    /** What was sent to ask questions. */
    public QuestionMessageStore questions() {
        return questions;
    }

    /** Adds what is not planned yet: a recipient gets each kind of message once for each turn, a page at the earliest time planned. */
    public void plan(Collection<PlannedDelivery> rows) {
        plan(rows, Set.of());
    }

    /** The same; nothing is planned yet for the incidents that this unit opened, so that need not be looked up. */
    public void plan(Collection<PlannedDelivery> rows, Set<UUID> opened) {
        if (rows.isEmpty()) return;
        var known = keysOf(rows.stream()
                .flatMap(planned -> planned.incidentId().stream())
                .filter(id -> !opened.contains(id))
                .distinct()
                .toList());
        var fresh = new ArrayList<PlannedDelivery>();
        var again = new ArrayList<PlannedDelivery>();
        for (var planned : rows)
            (planned.incidentId().isEmpty() || known.add(key(planned)) ? fresh : again).add(planned);
        Batch.insert(dsl, DELIVERY, fresh.stream().map(DeliveryRow::planned).toList());
        keys.planned(fresh);
        again.stream()
                .filter(planned -> planned.kind() == Kind.PAGE)
                .forEach(planned -> planned.dueAt().ifPresent(at -> pullForward(planned, at)));
    }

    /** What waits by the same way, for later, comes then: of that turn and those after it. */
    private void pullForward(PlannedDelivery page, Instant at) {
        dsl.update(DELIVERY)
                .set(DELIVERY.DUE_AT, at)
                .set(DELIVERY.DUE_SINCE, at)
                .set(DELIVERY.FALLS_THROUGH_AT, page.fallsThroughAt().orElse(null))
                .where(isStillToCome(page.incidentId().orElseThrow(), page.to()))
                .and(DELIVERY.TURN.ge(page.turn()))
                .and(DELIVERY.DUE_AT.gt(at))
                .execute();
    }

    private Set<Key> keysOf(Collection<UUID> incidentIds) {
        var known = new HashSet<Key>();
        if (incidentIds.isEmpty()) return known;
        dsl.select(DELIVERY.INCIDENT_ID, DELIVERY.KIND, DELIVERY.TURN, DELIVERY.RECIPIENT)
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.INCIDENT_ID, incidentIds))
                .forEach(found -> known.add(new Key(found.value1(), found.value2(), found.value3(), found.value4())));
        return known;
    }

    private static Key key(PlannedDelivery planned) {
        return new Key(
                planned.incidentId().orElseThrow(),
                planned.kind().word(),
                planned.turn(),
                planned.to().name());
    }

    /**
     * Stops the waiting pages of these incidents and answers how many. One that is being sent keeps its lease: when it
     * arrives all the same, it is delivered and then edited like any other.
     */
    public int cancelPages(Collection<UUID> incidentIds) {
        return incidentIds.isEmpty() ? 0 : cancel(isOf(incidentIds, Kind.PAGE));
    }

    /** Stops what was still to come of the turns before a page by its way. */
    public void cancelBefore(Delivery page) {
        cancel(isStillToCome(page.incidentId().orElseThrow(), page.to()).and(DELIVERY.TURN.lt(page.turn())));
    }

    private int cancel(Condition which) {
        return dsl.update(DELIVERY)
                .set(DELIVERY.STATE, State.CANCELLED.word())
                .set(DELIVERY.DUE_AT, (Instant) null)
                .set(DELIVERY.DUE_SINCE, (Instant) null)
                .set(DELIVERY.FALLS_THROUGH_AT, (Instant) null)
                .where(which)
                .and(DELIVERY.STATE.eq(WAITING))
                .execute();
    }

    /** Not by lists of one: beside a turn from or to, H2 would leave them aside. */
    private static Condition isPageBy(UUID incidentId, Recipient to) {
        return DELIVERY.INCIDENT_ID
                .eq(incidentId)
                .and(DELIVERY.KIND.eq(Kind.PAGE.word()))
                .and(DELIVERY.RECIPIENT.eq(to.name()));
    }

    /** Pages that nobody has begun to send. */
    private static Condition isStillToCome(UUID incidentId, Recipient to) {
        return isPageBy(incidentId, to)
                .and(DELIVERY.STATE.eq(WAITING))
                .and(DELIVERY.LEASE.isNull())
                .and(DELIVERY.ATTEMPTS.eq(0))
                .and(DELIVERY.MESSAGE_REF.isNull());
    }

    /** The state of these incidents changed: the messages that show it are edited. Latest wins. */
    public void touch(Collection<UUID> incidentIds, Instant now) {
        if (incidentIds.isEmpty()) return;
        touchMessages(newest.showing(incidentIds), now);
    }

    /** The same for messages known by their ids. */
    public void touchMessages(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) touch(Sought.isOneOf(DELIVERY.ID, ids), now);
    }

    /** What these questions ask is answered or not asked any more: the messages that ask it are edited. */
    public void touchQuestions(Collection<UUID> questionIds, Instant now) {
        if (questionIds.isEmpty()) return;
        touch(questions.areAsking(questionIds), now);
    }

    private void touch(Condition which, Instant now) {
        // A row under lease is being sent as it was: whoever records the outcome sees that more is wanted.
        dsl.update(DELIVERY)
                .set(DELIVERY.WANTED, DELIVERY.WANTED.plus(1))
                .set(
                        DELIVERY.DUE_AT,
                        when(DELIVERY.STATE.eq(DELIVERED).and(DELIVERY.LEASE.isNull()), instant(now))
                                .otherwise(DELIVERY.DUE_AT))
                .set(
                        DELIVERY.DUE_SINCE,
                        when(DELIVERY.STATE.eq(DELIVERED), coalesce(DELIVERY.DUE_SINCE, instant(now)))
                                .otherwise(DELIVERY.DUE_SINCE))
                .where(which)
                .and(DELIVERY.STATE.in(WAITING, DELIVERED))
                .execute();
    }

    /** There is something new in the timelines of these incidents, to be posted at {@code dueAt} or before. */
    public void touchThreads(Collection<UUID> incidentIds, Instant dueAt) {
        if (incidentIds.isEmpty()) return;
        dsl.update(DELIVERY)
                .set(DELIVERY.WANTED, DELIVERY.WANTED.plus(1))
                .set(
                        DELIVERY.DUE_AT,
                        when(DELIVERY.LEASE.isNotNull().or(DELIVERY.DUE_AT.lt(dueAt)), DELIVERY.DUE_AT)
                                .otherwise(instant(dueAt)))
                .set(
                        DELIVERY.DUE_SINCE,
                        when(DELIVERY.DUE_SINCE.lt(dueAt), DELIVERY.DUE_SINCE).otherwise(instant(dueAt)))
                .where(isOf(incidentIds, Kind.THREAD))
                .and(DELIVERY.STATE.in(WAITING, DELIVERED))
                .execute();
    }

    static Condition isOf(Collection<UUID> incidentIds, Kind kind) {
        return Sought.isOneOf(DELIVERY.INCIDENT_ID, incidentIds)
                .and(Sought.isOneOf(DELIVERY.KIND, List.of(kind.word())));
    }

    private static Field<Instant> instant(Instant at) {
        return val(at, DELIVERY.DUE_AT.getDataType());
    }

    /** The messages with these ids, not locked; ids that nothing has are left out. */
    public List<Delivery> read(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return DeliveryRow.readable(dsl, dsl.selectFrom(DELIVERY).where(Sought.isOneOf(DELIVERY.ID, ids)));
    }

    /** Everything sent or to be sent for an incident, oldest first. */
    public List<Delivery> ofIncident(UUID incidentId) {
        return DeliveryRow.readable(
                dsl,
                dsl.selectFrom(DELIVERY)
                        .where(DELIVERY.INCIDENT_ID.eq(incidentId))
                        .orderBy(DELIVERY.ID));
    }

    /** The pages of these turns, oldest first. */
    public List<Delivery> pages(Collection<Turn> turns) {
        if (turns.isEmpty()) return List.of();
        var wanted = Set.copyOf(turns);
        var incidents = wanted.stream().map(Turn::incidentId).collect(Collectors.toSet());
        var numbers = wanted.stream().map(Turn::number).collect(Collectors.toSet());
        return DeliveryRow.readable(
                        dsl,
                        dsl.selectFrom(DELIVERY)
                                .where(isOf(incidents, Kind.PAGE))
                                .and(Sought.isOneOf(DELIVERY.TURN, numbers))
                                .orderBy(DELIVERY.ID))
                .stream()
                .filter(page -> wanted.contains(new Turn(page.incidentId().orElseThrow(), page.turn())))
                .toList();
    }

    /**
     * When pages came by the ways of contact of somebody, or are to have come by now, by the id of each; those that were one message
     * count once.
     */
    public Map<UUID, List<Instant>> pagesSince(UUID responderId, Instant since, Instant now) {
        var arrived = DELIVERY.STATE.eq(State.DELIVERED.word()).and(DELIVERY.DELIVERED_AT.gt(since));
        var onItsWay =
                DELIVERY.STATE.eq(WAITING).and(DELIVERY.DUE_SINCE.le(now)).and(DELIVERY.DUE_SINCE.gt(since));
        var messages = new HashSet<UUID>();
        var pages = new HashMap<UUID, List<Instant>>();
        var planned = keys.find(List.of(DeliveryKeyStore.page(responderId)), since.minus(LOOKED_BACK));
        dsl.select(
                        DELIVERY.CONTACT_METHOD_ID,
                        coalesce(DELIVERY.DIGEST_ID, DELIVERY.ID),
                        coalesce(DELIVERY.DELIVERED_AT, DELIVERY.DUE_SINCE))
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.ID, planned))
                .and(arrived.or(onItsWay))
                .and(DELIVERY.CONTACT_METHOD_ID.isNotNull())
                .forEach(found -> {
                    if (messages.add(found.value2()))
                        pages.computeIfAbsent(found.value1(), any -> new ArrayList<>())
                                .add(found.value3());
                });
        return pages;
    }

    /** Whether the same way was paged in a later turn of the incident, or is to be. */
    public boolean isPagedAfter(Delivery page) {
        return dsl.fetchExists(
                DELIVERY,
                isPageBy(page.incidentId().orElseThrow(), page.to())
                        .and(DELIVERY.TURN.gt(page.turn()))
                        .and(DELIVERY.STATE.in(WAITING, DELIVERED)));
    }

    /** The cards of these incidents, one for each channel. */
    public List<Delivery> cards(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return List.of();
        return DeliveryRow.readable(dsl, dsl.selectFrom(DELIVERY).where(isOf(incidentIds, Kind.CARD)));
    }

    /** The rows these messages stand for, oldest first. */
    public List<Delivery> membersOf(Collection<UUID> leadIds) {
        if (leadIds.isEmpty()) return List.of();
        return DeliveryRow.readable(
                dsl,
                dsl.selectFrom(DELIVERY)
                        .where(Sought.isOneOf(
                                DELIVERY.ID,
                                keys.find(leadIds.stream()
                                        .map(DeliveryKeyStore::bundle)
                                        .toList())))
                        .and(Sought.isOneOf(DELIVERY.DIGEST_ID, leadIds))
                        .orderBy(DELIVERY.DIGEST_ID, DELIVERY.ID));
    }
}
