package dev.arke.engine.reach;

import dev.arke.alert.CleanText;
import dev.arke.alert.Priority;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.NotificationStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.Standings;
import dev.arke.page.PagePlan;
import dev.arke.page.QuietHours;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sends words that are about no incident, for programs: to people, by the methods that their rules name for the priority or by
 * the one that is asked for, or to a channel. Nobody need acknowledge them, and nothing escalates.
 */
public final class SendNotification {
    /** The same key again within this time is not sent again. */
    private static final Duration SAME = Duration.ofHours(24);

    private static final int LONGEST = 2000;

    /** What is wanted; with a {@code team} it is about that team's people. */
    public record Wanted(
            Set<UUID> people,
            Optional<ChannelAddress> channel,
            Optional<UUID> team,
            Priority priority,
            Optional<ContactKind> method,
            String words,
            Optional<String> dedupKey) {
        public Wanted {
            people = Set.copyOf(people);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code unreached}: those of them who have no such method that works. */
        record Sent(UUID id, List<UUID> to, List<UUID> unreached) implements Outcome {
            public Sent {
                to = List.copyOf(to);
                unreached = List.copyOf(unreached);
            }
        }

        record Repeated(UUID id, Instant firstAt) implements Outcome {}

        /** Nothing carries messages to that channel here. */
        record NoCarrier() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** What it writes. */
    public record Stores(NotificationStore notifications, DeliveryStore deliveries, AuditStore audit) {}

    private final Transactions transactions;
    private final Stores stores;
    private final ReadDirectory directory;
    private final Set<ContactKind> carriers;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;

    public SendNotification(
            Transactions transactions,
            Stores stores,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.carriers = Set.copyOf(carriers);
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome send(By by, Wanted wanted) {
        return transactions.writeOverRivals(Durability.SYNCED, () -> {
            var directory = this.directory.current();
            var refusal = Standings.refusal(by.actor(), wanted.team(), Act.RESPOND, directory);
            stores.audit()
                    .append(List.of(AuditStore.AuditEntry.of(
                            ids.next(), clock.instant(), by, "notify", subject(wanted, directory), refusal.isEmpty())));
            return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> sendOnce(by, wanted, directory));
        });
    }

    private static String subject(Wanted wanted, Directory directory) {
        return wanted.channel()
                .map(ChannelAddress::toString)
                .orElseGet(() -> CleanText.cut(
                        String.join(
                                ", ",
                                wanted.people().stream()
                                        .map(id -> directory.responder(id).name())
                                        .sorted()
                                        .toList()),
                        200));
    }

    private Outcome sendOnce(By by, Wanted wanted, Directory directory) {
        if (wanted.channel().filter(to -> !carriers.contains(to.platform())).isPresent())
            return new Outcome.NoCarrier();
        var now = clock.instant();
        var before = wanted.dedupKey()
                .flatMap(key -> stores.notifications().find(by.actor().word(), key));
        if (before.filter(sent -> now.isBefore(sent.at().plus(SAME))).isPresent())
            return new Outcome.Repeated(before.get().id(), before.get().at());
        before.ifPresent(sent -> stores.notifications().release(sent.id()));
        var id = ids.next();
        var words = CleanText.cut(CleanText.of(wanted.words()), LONGEST);
        stores.notifications()
                .insert(new NotificationStore.Sent(id, now), by.actor().word(), wanted.dedupKey(), words);
        return plan(id, wanted, words, directory, now);
    }

    private Outcome plan(UUID id, Wanted wanted, String words, Directory directory, Instant now) {
        var planned = new ArrayList<PlannedDelivery>();
        var to = new ArrayList<UUID>();
        var unreached = new ArrayList<UUID>();
        for (var person : wanted.people().stream().sorted().toList()) {
            var methods = methods(person, wanted, directory, now);
            (methods.isEmpty() ? unreached : to).add(person);
            var at = earliest(person, wanted, directory, now);
            methods.forEach(method -> planned.add(
                    PlannedDelivery.notice(ids.next(), method, words, now).notBefore(at)));
        }
        wanted.channel().ifPresent(channel -> planned.add(PlannedDelivery.notice(ids.next(), channel, words, now)));
        stores.deliveries().plan(planned);
        transactions.afterCommit(wakeSender);
        return new Outcome.Sent(id, to, unreached);
    }

    /** Quiet hours hold back what pages they would; a way that is asked for is meant. */
    private static Instant earliest(UUID who, Wanted wanted, Directory directory, Instant now) {
        return directory
                .wishesOf(who)
                .quiet()
                .filter(quiet -> wanted.method().isEmpty() && QuietHours.holdBack(wanted.priority()))
                .map(quiet -> quiet.over(now, directory.responder(who).zone()))
                .orElse(now);
    }

    /** Those by which a page of this priority would ring first. */
    private List<ContactMethod> methods(UUID who, Wanted wanted, Directory directory, Instant now) {
        var person = directory.responder(who);
        if (!person.active()) return List.of();
        var usable = PagePlan.usable(person.methods(), carriers);
        if (wanted.method().isPresent())
            return usable.stream()
                    .filter(method -> method.kind() == wanted.method().get())
                    .limit(1)
                    .toList();
        return PagePlan.of(directory.rulesOf(who, wanted.priority()), usable, now).stream()
                .filter(due -> !due.at().isAfter(now))
                .map(PagePlan.Due::method)
                .toList();
    }
}
