package dev.arke.engine.incident;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.calendar.ShiftStore;
import dev.arke.chat.Simulation;
import dev.arke.chat.Simulation.Warning;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.Escalation;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Fired;
import dev.arke.escalation.Position;
import dev.arke.escalation.Target;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Walks through a service's escalation as if nobody took the incident. Pages nobody and keeps nothing. */
public final class SimulateEscalation {
    private static final int MOST_PAGES = 40;

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final ShiftStore shifts;
    private final Set<ContactKind> carriers;

    SimulateEscalation(
            Transactions transactions, ReadDirectory directory, ShiftStore shifts, Set<ContactKind> carriers) {
        this.transactions = transactions;
        this.directory = directory;
        this.shifts = shifts;
        this.carriers = carriers;
    }

    /** The shifts and rules are those known now; {@code at} may be any instant. */
    public Simulation simulate(UUID serviceId, Priority priority, Instant at) {
        return transactions.read(() -> {
            var directory = this.directory.current();
            return walk(directory.service(serviceId), priority, at, directory);
        });
    }

    private Simulation walk(Service service, Priority priority, Instant at, Directory directory) {
        var policy = directory.policyOf(service);
        var pages = new ArrayList<Simulation.Page>();
        var warnings = new LinkedHashSet<Warning>();
        var reach = reachAt(policy, at, directory);
        var fired = Escalation.fireAgain(policy, Position.START, reach, at);
        var now = at;
        while (true) {
            pages.add(page(fired, service, priority, now, directory));
            warn(fired, policy, reach, now, directory, warnings);
            if (!(fired.why() instanceof Fired.Why.OfStep) || pages.size() == MOST_PAGES) break;
            now = fired.nextAt();
            reach = reachAt(policy, now, directory);
            fired = Escalation.fireNext(policy, fired.position(), reach, now);
        }
        return new Simulation(
                service.name(),
                directory.team(service.teamId()).name(),
                policy.name(),
                priority,
                at,
                pages,
                policy.lastStep().pause(),
                fired.why() instanceof Fired.Why.OfStep,
                List.copyOf(warnings));
    }

    private Escalation.Reaching reachAt(EscalationPolicy policy, Instant at, Directory directory) {
        return ReachNow.read(List.of(policy), directory, carriers, shifts, at).reaching(policy);
    }

    private Simulation.Page page(Fired fired, Service service, Priority priority, Instant now, Directory directory) {
        var people = fired.reach().people().stream()
                .map(id -> person(id, service, priority, now, directory))
                .sorted(Comparator.comparing(Simulation.Person::name))
                .toList();
        var why = switch (fired.why()) {
            case Fired.Why.OfStep step ->
                new Simulation.Why.OfStep(
                        step.step(),
                        fired.position().repetition() + 1,
                        fired.position().round() + 1);
            case Fired.Why.LastResort ignored -> new Simulation.Why.LastResort();
            case Fired.Why.Admins ignored -> new Simulation.Why.Admins();
        };
        return new Simulation.Page(
                now,
                why,
                people,
                fired.reach().channels().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList(),
                fired.reach().webhooks().stream().sorted().toList());
    }

    private Simulation.Person person(UUID id, Service service, Priority priority, Instant now, Directory directory) {
        var responder = directory.responder(id);
        var contacts = directory.pagePlan(responder, service, priority, carriers, PagePlan.Recent.NONE, now).stream()
                .map(due -> new Simulation.Contact(due.method().kind(), due.at(), due.every()))
                .toList();
        return new Simulation.Person(
                id, responder.name(), contacts, directory.wishesOf(id).instead());
    }

    private static void warn(
            Fired fired,
            EscalationPolicy policy,
            Escalation.Reaching reach,
            Instant now,
            Directory directory,
            Set<Warning> warnings) {
        for (var said : fired.said()) {
            switch (said) {
                case Fired.Said.StepReachesNobody nobody -> {
                    warnings.add(new Warning.StepReachesNobody(nobody.step()));
                    warnOfEmptyDuties(policy.steps().get(nobody.step() - 1).targets(), reach, now, directory, warnings);
                }
                case Fired.Said.LastResortReachesNobody ignored -> {
                    warnings.add(new Warning.LastResortReachesNobody());
                    warnOfEmptyDuties(policy.lastResort(), reach, now, directory, warnings);
                }
                case Fired.Said.WithoutContactMethod without ->
                    without.people().stream()
                            .map(id -> directory.responder(id).name())
                            .sorted()
                            .forEach(name -> warnings.add(new Warning.NotReachable(name)));
                case Fired.Said.Exhausted ignored -> {}
            }
        }
        if (fired.why() instanceof Fired.Why.OfStep step)
            warnOfEmptyDuties(policy.steps().get(step.step() - 1).targets(), reach, now, directory, warnings);
    }

    private static void warnOfEmptyDuties(
            List<Target> targets, Escalation.Reaching reach, Instant now, Directory directory, Set<Warning> warnings) {
        for (var target : targets) {
            if (!(target instanceof Target.DutyOf duty)) continue;
            var held = reach.of(List.of(target));
            boolean known = warnings.stream()
                    .anyMatch(warning -> warning instanceof Warning.NobodyHolds nobody
                            && nobody.duty().equals(duty.duty()));
            if (held.isNobody() && held.unreachable().isEmpty() && !known)
                warnings.add(new Warning.NobodyHolds(
                        duty.duty(), directory.team(duty.teamId()).name(), now));
        }
    }
}
