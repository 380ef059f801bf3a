package dev.arke.dialogue;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.Role;
import dev.arke.card.Button;
import dev.arke.card.Reply;
import dev.arke.chat.Names;
import dev.arke.chat.Reference;
import dev.arke.engine.calendar.WhoIsOnCall;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The person a reference stands for: the person, or whoever is on call for the team or service. */
final class FindPeople {
    static final List<Named.Kind> KINDS = List.of(Named.Kind.PERSON, Named.Kind.TEAM, Named.Kind.SERVICE);

    private final WhoIsOnCall whoIsOnCall;
    private final Set<ContactKind> carriers;

    FindPeople(WhoIsOnCall whoIsOnCall, Set<ContactKind> carriers) {
        this.whoIsOnCall = whoIsOnCall;
        this.carriers = carriers;
    }

    sealed interface Found {
        record Of(UUID id) implements Found {}

        /** {@code names} are names that may be meant instead. */
        record Nobody(String sentence, List<String> names) implements Found {
            public Nobody {
                names = List.copyOf(names);
            }

            /** {@code line} makes the line anew with another name. */
            Reply reply(Asked asked, UnaryOperator<String> line) {
                var example = names.isEmpty() ? "PERSON" : Names.quoted(names.getFirst());
                return Refusals.problem(
                        asked,
                        sentence,
                        line.apply(example),
                        names.stream()
                                .map(name -> Button.of(name, line.apply(Names.quoted(name))))
                                .toArray(Button[]::new));
            }
        }
    }

    Found one(Asked asked, Reference reference) {
        return switch (new Naming(asked).find(reference, KINDS)) {
            case Named.Person person -> new Found.Of(person.responder().id());
            case Named.OfTeam team -> onCall(asked, team.team().id());
            case Named.ServiceNamed service -> onCall(asked, service.service().teamId());
            case Named.Unknown unknown -> new Found.Nobody(unknown.sentence(), unknown.near());
        };
    }

    /** The primary, else whoever stands first in the order of duties. */
    private Found onCall(Asked asked, UUID teamId) {
        var team = whoIsOnCall.whoIsOnCall(List.of(teamId), asked.now()).getFirst();
        var people = team.duties().stream()
                .sorted(Comparator.comparing(OnCall::duty, Role.Duty.ORDER))
                .map(duty -> duty.now().stream()
                        .flatMap(stretch -> stretch.responder().stream())
                        .distinct()
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (people.size() == 1) return new Found.Of(people.getFirst());
        var names = people.stream()
                .map(id -> asked.directory().responder(id).name())
                .toList();
        if (!names.isEmpty()) return new Found.Nobody(asked.grammar().say("people.several", team.team()), names);
        var members = asked.directory().team(teamId).members().stream()
                .map(id -> asked.directory().responder(id).name())
                .sorted()
                .limit(4)
                .toList();
        return new Found.Nobody(asked.grammar().say("people.none", team.team()), members);
    }

    boolean isReachable(Asked asked, UUID id) {
        var methods = asked.directory().responder(id).methods();
        return !PagePlan.usable(methods, carriers).isEmpty();
    }
}
