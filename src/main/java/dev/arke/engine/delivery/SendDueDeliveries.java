package dev.arke.engine.delivery;

import dev.arke.delivery.Carrier;
import dev.arke.engine.delivery.SendMessage.Done;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sends what is due: claims rows, makes their messages from the present state, hands them to the carriers and records
 * the outcomes. {@link Senders} does so all the time; here it is done on the caller's thread, one message after another.
 */
public final class SendDueDeliveries {
    private final Map<ContactKind, Carrier> carriers = new EnumMap<>(ContactKind.class);
    private final ClaimDue claimDue;
    private final ClaimDue claimLate;
    private final SendMessage sendMessage;
    private final RecordOutcomes recordOutcomes;
    private final FallThrough fallThrough;
    private final WarnOfTemplates warnOfTemplates;
    private final DeliverySettings settings;

    /** {@code claimLate} is for what no carrier here sends: another node may have it, and is let first. */
    SendDueDeliveries(
            Collection<Carrier> carriers,
            ClaimDue claimDue,
            ClaimDue claimLate,
            SendMessage sendMessage,
            RecordOutcomes recordOutcomes,
            FallThrough fallThrough,
            WarnOfTemplates warnOfTemplates,
            DeliverySettings settings) {
        this.warnOfTemplates = warnOfTemplates;
        for (var kind : ContactKind.values()) this.carriers.put(kind, new MissingCarrier(kind));
        carriers.forEach(carrier -> this.carriers.put(carrier.kind(), carrier));
        this.claimDue = claimDue;
        this.claimLate = claimLate;
        this.sendMessage = sendMessage;
        this.recordOutcomes = recordOutcomes;
        this.fallThrough = fallThrough;
        this.settings = settings;
    }

    /** Until nothing is due any more; answers how many rows it worked on. */
    public int sendAllDue() {
        int total = 0;
        int worked;
        do {
            fallThrough.fallThroughAllDue();
            worked = 0;
            for (var carrier : carriers.values()) worked += sendBatch(carrier);
            total += worked;
        } while (tellOfTemplates() || worked > 0);
        return total;
    }

    /** Whether somebody is told of a template that failed. */
    boolean tellOfTemplates() {
        return warnOfTemplates.tellAll();
    }

    /** One batch of rows for which no carrier is set up; what came of them is to be recorded. */
    List<Done> failWithoutCarrier() {
        var missing = carriers.values().stream()
                .filter(MissingCarrier.class::isInstance)
                .map(Carrier::kind)
                .toList();
        return claimLate.dueOf(missing).stream()
                .flatMap(kind -> batch(Objects.requireNonNull(carriers.get(kind))).stream())
                .toList();
    }

    List<Carrier> present() {
        return carriers.values().stream()
                .filter(carrier -> !(carrier instanceof MissingCarrier))
                .toList();
    }

    private int sendBatch(Carrier carrier) {
        var done = batch(carrier);
        recordOutcomes.record(done);
        return done.size();
    }

    private List<Done> batch(Carrier carrier) {
        int room = settings.concurrency();
        var claiming = carrier instanceof MissingCarrier ? claimLate : claimDue;
        var claim = claiming.claim(carrier, room, room - settings.reservedForPages(), Set.of());
        var done = new ArrayList<Done>();
        for (var prepared : claim.prepared()) done.addAll(sendMessage.send(prepared, claim.lease(), carrier));
        return done;
    }
}
