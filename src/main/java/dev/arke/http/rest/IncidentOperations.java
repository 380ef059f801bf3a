package dev.arke.http.rest;

import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import java.util.List;

/** What a program may do to an incident. */
final class IncidentOperations {
    private static final Parameter NUMBER = Parameter.path("number", Long.class, "An incident's number, without #.");

    private final ActOnIncidents act;

    IncidentOperations(ActOnIncidents act) {
        this.act = act;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/incidents/{number}/acknowledge",
                        "acknowledge",
                        "The key takes the incident: nobody else is paged.",
                        Bodies.Acknowledgement.class,
                        Answers.Incident.class,
                        call -> {
                            call.body(Bodies.Acknowledgement.class);
                            return act(call, new IncidentAct.Acknowledge());
                        },
                        NUMBER),
                Operation.post(
                        "/incidents/{number}/resolve",
                        "resolve",
                        "The incident is over.",
                        Bodies.Resolution.class,
                        Answers.Incident.class,
                        call -> act(
                                call,
                                new IncidentAct.Resolve(call.body(Bodies.Resolution.class)
                                        .note()
                                        .orElse(""))),
                        NUMBER));
    }

    private Object act(Call call, IncidentAct what) {
        var number = Call.number(call.path("number"))
                .orElseThrow(() -> RestRefusal.unreadable("That is not an incident number.", "Send one such as 1042."));
        return switch (act.act(call.by(), List.of(number), what).getFirst()) {
            case ActResult.Done done -> incident(call, done.after());
            case ActResult.Already already -> incident(call, already.incident());
            case ActResult.HasOwner has ->
                throw RestRefusal.conflict(
                        has.owner().label() + " has it since " + has.since() + ".", "Ask them; nothing was changed.");
            case ActResult.Unfit ignored ->
                throw RestRefusal.conflict("The incident is over.", "Reopen it in chat if it is not.");
            case ActResult.Superseded superseded ->
                throw RestRefusal.conflict(
                        "The open incident for it is #" + superseded.by() + ".", "Send it to that one.");
            case ActResult.Unknown ignored ->
                throw RestRefusal.unknown("There is no incident #" + number + ".", "Look at its number in chat.");
            case ActResult.Refused refused ->
                throw RestRefusal.forbidden(refused.why().sentence());
        };
    }

    private static Answers.Incident incident(Call call, Incident incident) {
        var facts = incident.facts();
        return new Answers.Incident(
                incident.number(),
                switch (incident) {
                    case Incident.Triggered ignored -> "triggered";
                    case Incident.Acknowledged ignored -> "acknowledged";
                    case Incident.Snoozed ignored -> "snoozed";
                    case Incident.Resolved ignored -> "resolved";
                },
                call.directory().service(facts.serviceId()).name(),
                facts.priority().word(),
                facts.summary());
    }
}
