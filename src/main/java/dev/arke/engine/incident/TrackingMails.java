package dev.arke.engine.incident;

import dev.arke.alert.Service;
import dev.arke.card.Card;
import dev.arke.chat.NoticeWords;
import dev.arke.chat.TrackingCard;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.Directory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentText;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Mails to the addresses that follow the incidents of a service or team: it opened, was taken, is over. */
final class TrackingMails {
    private final boolean isMailSent;

    TrackingMails(Set<ContactKind> carriers) {
        isMailSent = carriers.contains(ContactKind.EMAIL);
    }

    List<PlannedDelivery> plan(IncidentChanges changes, Directory directory) {
        var mails = new ArrayList<PlannedDelivery>();
        if (!isMailSent) return mails;
        for (var incident : changes.opened()) {
            var service = directory.service(incident.facts().serviceId());
            var to = addresses(service, directory);
            if (!to.isEmpty()) mail(incident, to, opened(incident, service, changes, directory), changes, mails);
        }
        var known = changes.changed().stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        for (var entry : changes.entries()) {
            var incident = known.get(entry.incidentId());
            if (incident == null) continue;
            var service = directory.service(incident.facts().serviceId());
            var to = addresses(service, directory);
            if (to.isEmpty()) continue;
            TrackingCard.of(entry, incident.facts(), service.name())
                    .ifPresent(card -> mail(incident, to, card, changes, mails));
        }
        return mails;
    }

    private static Card opened(Incident incident, Service service, IncidentChanges changes, Directory directory) {
        var details = changes.text(incident.id()).map(IncidentText::details).orElse("");
        var team = directory.team(service.teamId()).name();
        return TrackingCard.opened(incident.facts(), service.name(), team, details);
    }

    private static Set<String> addresses(Service service, Directory directory) {
        var to = new LinkedHashSet<>(service.mailTo());
        to.addAll(directory.team(service.teamId()).extras().mailTo());
        return to;
    }

    private static void mail(
            Incident incident, Set<String> to, Card card, IncidentChanges changes, List<PlannedDelivery> mails) {
        var words = NoticeWords.of(card);
        for (var address : to)
            mails.add(PlannedDelivery.tracking(changes.nextId(), incident.id(), address, words, changes.now()));
    }
}
