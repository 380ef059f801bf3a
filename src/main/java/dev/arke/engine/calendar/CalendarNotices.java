package dev.arke.engine.calendar;

import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells people and channels what happened on a calendar. Rings nobody. Inside a unit. */
final class CalendarNotices {
    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final Set<ContactKind> carriers;
    private final Runnable wakeSender;
    private final Ids ids;

    CalendarNotices(CalendarUseCases.Needs needs) {
        transactions = needs.transactions();
        deliveries = needs.deliveries();
        carriers = needs.carriers();
        wakeSender = needs.wakeSender();
        ids = needs.ids();
    }

    /** Tells each of the people by the first way that works; where none has one, the admins' channels. */
    void tellOrAdmins(Collection<UUID> people, String words, Directory directory, Instant now) {
        var notices = toPeople(people, words, directory, now);
        if (notices.isEmpty())
            for (var channel : directory.adminChannels())
                notices.add(PlannedDelivery.notice(ids.next(), channel, words, now));
        plan(notices);
    }

    /** Tells each of the people by the first way that works. */
    void tell(Collection<UUID> people, String words, Directory directory, Instant now) {
        plan(toPeople(people, words, directory, now));
    }

    /** Says it in the channels of a team that can be reached. */
    void toTeam(Team team, String words, Instant now) {
        plan(team.channels().stream()
                .filter(channel -> carriers.contains(channel.platform()))
                .map(channel -> PlannedDelivery.notice(ids.next(), channel, words, now))
                .toList());
    }

    private List<PlannedDelivery> toPeople(Collection<UUID> people, String words, Directory directory, Instant now) {
        var notices = new ArrayList<PlannedDelivery>();
        people.stream()
                .sorted()
                .map(directory::responder)
                .filter(Responder::active)
                .forEach(person -> {
                    var usable = PagePlan.usable(person.methods(), carriers);
                    if (!usable.isEmpty())
                        notices.add(PlannedDelivery.notice(ids.next(), usable.getFirst(), words, now));
                });
        return notices;
    }

    private void plan(List<PlannedDelivery> notices) {
        if (notices.isEmpty()) return;
        deliveries.plan(notices);
        transactions.afterCommit(wakeSender);
    }
}
