package dev.arke.engine.people;

import dev.arke.calendar.Role;
import dev.arke.engine.people.DesiredState.Person;
import dev.arke.engine.people.DesiredState.Policy;
import dev.arke.engine.people.DesiredState.TeamOf;
import dev.arke.engine.people.DesiredState.Whom;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is allowed in a team file but would leave somebody unpaged: sentences for whoever applies it. Pure. */
public final class Doubts {
    private final DesiredState desired;
    private final Set<ContactKind> carriers;

    private Doubts(DesiredState desired, Set<ContactKind> carriers) {
        this.desired = desired;
        this.carriers = carriers;
    }

    /** {@code carriers}: the ways of contact that this server is set up for. */
    public static List<String> about(DesiredState desired, Set<ContactKind> carriers) {
        var doubts = new Doubts(desired, carriers);
        return Stream.of(
                        doubts.unreachable(),
                        doubts.unfilled(),
                        doubts.lastResorts(),
                        doubts.pendingChannels(),
                        doubts.unsentMails())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> unreachable() {
        return desired.people().stream()
                .filter(person -> person.contacts().stream().noneMatch(contact -> carriers.contains(contact.kind())))
                .map(this::unreachable)
                .toList();
    }

    private String unreachable(Person person) {
        if (person.contacts().isEmpty())
            return person.name()
                    + " cannot be paged: the file gives no way to reach them. Add slack, teams, email or phone.";
        return person.name() + " cannot be paged yet: this server has nothing set up for "
                + person.contacts().stream()
                        .map(contact -> contact.kind().word())
                        .distinct()
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<String> unfilled() {
        var sentences = new LinkedHashSet<String>();
        for (var policy : desired.policies()) {
            for (var step : policy.steps()) step.page().forEach(whom -> unfilled(policy, whom, sentences));
            policy.lastResort().forEach(whom -> unfilled(policy, whom, sentences));
        }
        return List.copyOf(sentences);
    }

    private void unfilled(Policy policy, Whom whom, Set<String> sentences) {
        switch (whom) {
            case Whom.DutyOf(var duty, var team) -> {
                if (!isFilled(duty, team))
                    sentences.add("policy " + policy.name() + " pages " + duty.word() + " of " + team
                            + ", but no rotation fills it: it reaches somebody only during shifts made by hand.");
            }
            case Whom.RosterOf(var roster, var team) -> {
                if (team(team).rosters().getOrDefault(roster, List.of()).isEmpty())
                    sentences.add("policy " + policy.name() + " pages roster " + roster + " of " + team
                            + ", but nobody is in it.");
            }
            case Whom.Responder ignored -> {}
            case Whom.Channel ignored -> {}
            case Whom.Webhook ignored -> {}
        }
    }

    private List<String> lastResorts() {
        return desired.policies().stream()
                .filter(policy -> policy.lastResort().isEmpty() && !isFilled(Role.Duty.MANAGER, policy.team()))
                .map(policy -> "policy " + policy.name() + " has no last_resort and no rotation fills manager of "
                        + policy.team() + ": when nobody answers, "
                        + (team(policy.team()).admins().isEmpty()
                                ? "only the team's channel is told, again and again."
                                : "the team's admins are paged."))
                .toList();
    }

    private boolean isFilled(Role.Duty duty, String team) {
        return team(team).rotations().stream()
                .anyMatch(rotation -> rotation.duty().equals(duty)
                        && !team(team)
                                .rosters()
                                .getOrDefault(rotation.roster(), List.of())
                                .isEmpty());
    }

    private TeamOf team(String name) {
        return ByName.of(desired.teams(), TeamOf::name).get(name);
    }

    private List<String> pendingChannels() {
        var sentences = new ArrayList<String>();
        for (var team : desired.teams())
            for (var channel : team.channels()) pending(channel, "of team " + team.name(), sentences);
        for (var channel : desired.adminChannels()) pending(channel, "for admins", sentences);
        return sentences;
    }

    private List<String> unsentMails() {
        if (carriers.contains(ContactKind.EMAIL)) return List.of();
        var teams = desired.teams().stream()
                .filter(team -> !team.extras().mailTo().isEmpty())
                .map(team -> "team " + team.name());
        var services = desired.services().stream()
                .filter(service -> !service.mailTo().isEmpty())
                .map(service -> "service " + service.name());
        return Stream.concat(teams, services)
                .map(who -> who + " has mail_to, but this server sends no mail: set SMTP_URL.")
                .toList();
    }

    private void pending(ChannelAddress channel, String whose, List<String> sentences) {
        if (!carriers.contains(channel.platform()))
            sentences.add("channel " + channel + " " + whose + " is pending: this server is not connected to "
                    + channel.platform().word() + ".");
    }
}
