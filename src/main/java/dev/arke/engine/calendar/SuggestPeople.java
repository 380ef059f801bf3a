package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.Coverage;
import dev.arke.calendar.Suggest;
import dev.arke.calendar.Suggest.Candidate;
import dev.arke.calendar.Suggest.Wanted;
import dev.arke.engine.people.Directory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who of a team could best take a part of its calendar, and why. */
public final class SuggestPeople {
    private final CalendarUseCases.Needs needs;

    SuggestPeople(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** For those whom a request asks, as its asker sees them: the best first. */
    public List<Candidate> forRequest(CalendarRequest request) {
        var give = request.give();
        return needs.transactions()
                .read(() -> of(
                                new Wanted(request.teamId(), give.duty(), List.of(give.interval())),
                                Optional.of(request.whose()),
                                needs.directory().current())
                        .stream()
                        .filter(one -> request.asked().contains(one.who()))
                        .toList());
    }

    /** For a gap. */
    public List<Candidate> forGap(Wanted wanted) {
        return needs.transactions()
                .read(() -> of(wanted, Optional.empty(), needs.directory().current()));
    }

    /** Inside a unit. {@code whose} it is now is none of them. */
    List<Candidate> of(Wanted wanted, Optional<UUID> whose, Directory directory) {
        var members = directory.team(wanted.teamId()).members().stream()
                .filter(id -> whose.filter(id::equals).isEmpty()
                        && directory.responder(id).active())
                .toList();
        if (members.isEmpty()) return List.of();
        return Suggest.of(
                wanted,
                members,
                needs.shifts().ofResponders(members, wanted.around()),
                roster(wanted),
                Coverage.USUAL_REST);
    }

    private Set<UUID> roster(Wanted wanted) {
        return needs.rotations().ofTeam(wanted.teamId()).stream()
                .map(stored -> stored.rotation())
                .filter(rotation -> rotation.fills().duty().equals(wanted.duty()))
                .flatMap(rotation -> rotation.roster().stream())
                .collect(Collectors.toSet());
    }
}
