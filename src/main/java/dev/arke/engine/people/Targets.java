package dev.arke.engine.people;

import dev.arke.engine.people.DesiredState.Whom;
import dev.arke.escalation.Step;
import dev.arke.escalation.Target;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;

/** Turns the names in a policy's steps into ids. */
record Targets(ByName<Responder> responders, ByName<Team> teams) {
    Team team(String name) {
        return teams.get(name);
    }

    Step step(DesiredState.Stage stage) {
        return new Step(stage.page().stream().map(this::target).toList(), stage.pause(), stage.repeat());
    }

    Target target(Whom whom) {
        return switch (whom) {
            case Whom.Responder(var name) ->
                new Target.Person(responders.get(name).id());
            case Whom.DutyOf(var duty, var team) ->
                new Target.DutyOf(duty.word(), teams.get(team).id());
            case Whom.RosterOf(var roster, var team) ->
                new Target.RosterOf(ByName.of(teams.get(team).rosters(), one -> one.name())
                        .get(roster)
                        .id());
            case Whom.Channel(var channel) -> new Target.Channel(channel);
            case Whom.Webhook(var uri) -> new Target.Webhook(uri);
        };
    }
}
