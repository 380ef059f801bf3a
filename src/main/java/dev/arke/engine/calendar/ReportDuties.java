package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.Tally;
import dev.arke.calendar.Tally.Page;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people stood and how often they were paged, for fairness and for pay: of the past, up to now. */
public final class ReportDuties {
    private final CalendarUseCases.Needs needs;

    ReportDuties(CalendarUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Of everybody who had a duty of the team in that time, or one of another that it shows, by name. */
    public List<ReportLine> ofTeam(Team team, Interval during) {
        return needs.transactions().read(() -> {
            var shifts = new ArrayList<>(needs.shifts().ofTeam(team.id(), during));
            var shown = ShownDuties.of(team, needs.directory().current());
            shown.forEach((other, duties) -> needs.shifts().ofTeam(other.id(), during).stream()
                    .filter(shift -> shift.role() instanceof Role.Duty duty && duties.contains(duty))
                    .forEach(shifts::add));
            var people =
                    shifts.stream().flatMap(shift -> shift.responder().stream()).collect(Collectors.toSet());
            people.addAll(team.members());
            return lines(shifts, people, during, teamId -> teamId.equals(team.id()));
        });
    }

    /** Of one person, on all teams. */
    public List<ReportLine> ofPerson(Responder person, Interval during) {
        return needs.transactions().read(() -> {
            var shifts = needs.shifts().ofResponders(List.of(person.id()), during);
            return lines(shifts, Set.of(person.id()), during, any -> true).stream()
                    .filter(line -> line.tally().held().who().equals(person.id()))
                    .toList();
        });
    }

    private List<ReportLine> lines(List<Shift> shifts, Set<UUID> people, Interval during, Predicate<UUID> teams) {
        var directory = needs.directory().current();
        var until = needs.clock().instant();
        var past = Interval.between(during.start(), until.isBefore(during.end()) ? until : during.end());
        return past
                .map(time -> tallies(shifts, pages(people, time, teams, directory), time, directory))
                .orElse(List.of())
                .stream()
                .map(tally -> new ReportLine(
                        directory.responder(tally.held().who()).name(),
                        directory.team(tally.held().teamId()).name(),
                        tally))
                .sorted(Comparator.comparing(ReportLine::who)
                        .thenComparing(ReportLine::team)
                        .thenComparing(line -> line.tally().held().duty().isEmpty())
                        .thenComparing(line ->
                                line.tally().held().duty().map(Object::toString).orElse("")))
                .toList();
    }

    private static List<Tally> tallies(List<Shift> shifts, List<Page> pages, Interval time, Directory directory) {
        return Tally.of(
                shifts,
                pages,
                time,
                id -> new Tally.Place(
                        directory.responder(id).zone(), directory.responder(id).holidays()));
    }

    private List<Page> pages(Collection<UUID> people, Interval during, Predicate<UUID> teams, Directory directory) {
        var pages = new ArrayList<Page>();
        for (var sent : needs.sent().pagesTo(people, during))
            Optional.of(directory.service(sent.serviceId()).teamId())
                    .filter(teams)
                    .ifPresent(team -> pages.add(new Page(sent.responderId(), team, sent.at())));
        return pages;
    }
}
