package dev.arke.http.rest;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.Finding;
import dev.arke.calendar.Interval;
import dev.arke.calendar.OnCall;
import dev.arke.calendar.Role;
import dev.arke.calendar.TeamOnCall;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is on call, when, and what is wrong with it. */
final class CalendarOperations {
    private final CalendarUseCases calendar;

    CalendarOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.get(
                        "/who",
                        "whoIsOnCall",
                        "Who is on call for a team or a service at an instant.",
                        Answers.OnCall.class,
                        this::who,
                        Parameter.query("team", String.class, "A team's name; this or service."),
                        Parameter.query("service", String.class, "A service's name: its team is meant."),
                        Parameter.query("at", Instant.class, "RFC 3339. Now when left out.")),
                Operation.get(
                        "/teams/{team}/shifts",
                        "listShifts",
                        "A team's shifts and gaps and its people's absences that overlap a time, the earliest first.",
                        Answers.Shifts.class,
                        this::shifts,
                        Parameter.TEAM,
                        Parameter.FROM,
                        Parameter.TO,
                        Parameter.query("role", String.class, "Only of this role, such as primary or vacation."),
                        Parameter.LIMIT,
                        Parameter.AFTER),
                Operation.get(
                        "/teams/{team}/coverage",
                        "checkCoverage",
                        "What somebody should look at on a team's calendar, in the next 28 days.",
                        Answers.Coverage.class,
                        this::coverage,
                        Parameter.TEAM),
                Operation.get(
                        "/teams/{team}/swaps",
                        "listSwaps",
                        "Swaps and covers that people were asked for and have not answered.",
                        Answers.Swaps.class,
                        this::swaps,
                        Parameter.TEAM));
    }

    private Object who(Call call) {
        var team = team(call);
        var at = call.instant("at").orElse(call.now());
        var found = calendar.whoIsOnCall().whoIsOnCall(List.of(team.id()), at).getFirst();
        return new Answers.OnCall(
                at,
                team.name(),
                found.pager(),
                found.duties().stream().map(duty -> duty(found, duty)).toList());
    }

    private static Team team(Call call) {
        var team = call.query("team");
        if (team.isPresent()) return call.team(team.get());
        var service = call.query("service")
                .orElseThrow(() -> RestRefusal.unreadable(
                        "Neither team nor service is given.", "Ask for one, such as /api/v1/who?team=payments."));
        return call.team(call.directory().team(call.service(service).teamId()).name());
    }

    private static Answers.Duty duty(TeamOnCall team, OnCall duty) {
        return new Answers.Duty(
                duty.duty().word(),
                duty.now().stream()
                        .map(stretch -> stretch(team.names(), stretch))
                        .toList(),
                duty.coming().stream()
                        .limit(1)
                        .map(stretch -> stretch(team.names(), stretch))
                        .toList());
    }

    private static Answers.Stretch stretch(Map<UUID, String> names, OnCall.Stretch stretch) {
        return new Answers.Stretch(
                stretch.responder().map(id -> names.getOrDefault(id, "")),
                stretch.interval().start(),
                stretch.interval().end());
    }

    private Object shifts(Call call) {
        var team = call.team();
        var role = call.query("role")
                .map(word -> Role.parse(word)
                        .orElseThrow(() -> RestRefusal.unreadable(
                                word + " cannot be a role.", "Ask for one such as primary, secondary or vacation.")));
        var range = call.range();
        var found = calendar.read().read(team, range).shifts().stream()
                .filter(shift -> role.isEmpty() || role.get().equals(shift.role()))
                .toList();
        return ShiftPages.page(call, found, call.limit());
    }

    private Object coverage(Call call) {
        var found =
                calendar.coverage().check(List.of(call.team().id()), call.now()).getFirst();
        return new Answers.Coverage(
                found.during().start(),
                found.during().end(),
                found.findings().stream().map(one -> finding(call, one)).toList());
    }

    private static Answers.Finding finding(Call call, Finding finding) {
        return switch (finding) {
            case Finding.Gap gap -> finding(call, "gap", Optional.of(gap.duty()), gap);
            case Finding.GapElsewhere gap -> finding(call, "gap_elsewhere", Optional.of(gap.duty()), gap);
            case Finding.DoubleCover both -> finding(call, "double_cover", Optional.of(both.duty()), both);
            case Finding.Unreachable one -> finding(call, "unreachable", Optional.of(one.duty()), one);
            case Finding.TwoTeams one -> finding(call, "two_teams", Optional.of(one.duty()), one);
            case Finding.BackToBack one -> finding(call, "back_to_back", Optional.of(one.duty()), one);
            case Finding.LittleRest one -> finding(call, "little_rest", Optional.empty(), one);
        };
    }

    private static Answers.Finding finding(Call call, String kind, Optional<Role.Duty> duty, Finding finding) {
        Interval time = finding.interval();
        return new Answers.Finding(
                kind,
                duty.map(Role.Duty::word),
                finding.people().stream().map(call::nameOf).toList(),
                time.start(),
                time.end());
    }

    private Object swaps(Call call) {
        return new Answers.Swaps(calendar.answer().open(call.team().id()).stream()
                .map(request -> swap(call, request))
                .toList());
    }

    static Answers.Swap swap(Call call, CalendarRequest request) {
        var back = request.back();
        return new Answers.Swap(
                request.id().toString(),
                request.give().duty().word(),
                call.nameOf(request.asker()),
                call.nameOf(request.whose()),
                request.asked().stream().map(call::nameOf).toList(),
                request.give().interval().start(),
                request.give().interval().end(),
                back.map(part -> part.duty().word()),
                back.map(part -> part.interval().start()),
                back.map(part -> part.interval().end()),
                request.expiresAt());
    }
}
