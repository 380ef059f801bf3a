package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.chat.ListedIncident;
import dev.arke.chat.Overview;
import dev.arke.chat.OverviewCard;
import dev.arke.engine.calendar.FindShiftsOf;
import dev.arke.engine.calendar.WhoIsOnCall;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.incident.Incident;
import dev.arke.responder.Team;
import java.util.List;

/** The command with nothing after it: what concerns me now. */
final class ShowOverview {
    private final FindConcerns findConcerns;
    private final FindShiftsOf findShiftsOf;
    private final WhoIsOnCall whoIsOnCall;

    ShowOverview(FindConcerns findConcerns, FindShiftsOf findShiftsOf, WhoIsOnCall whoIsOnCall) {
        this.findConcerns = findConcerns;
        this.findShiftsOf = findShiftsOf;
        this.whoIsOnCall = whoIsOnCall;
    }

    Reply answer(Asked asked) {
        return new Reply.Private(card(asked));
    }

    Card card(Asked asked) {
        var concerns = findConcerns.find(asked.actor(), asked.teams());
        var overview = new Overview(
                asked.me().isPresent(),
                asked.me().map(me -> findShiftsOf.find(me.id(), asked.now())).orElse(List.of()),
                listed(concerns.had(), asked),
                listed(concerns.paged(), asked),
                listed(concerns.unclaimed(), asked),
                whoIsOnCall.whoIsOnCall(asked.teams().stream().map(Team::id).toList(), asked.now()),
                asked.now());
        var card = OverviewCard.of(overview, asked.look());
        return Linking.offer(asked, card);
    }

    static List<ListedIncident> listed(List<Incident> incidents, Asked asked) {
        return incidents.stream()
                .map(incident -> Owners.listed(incident, asked))
                .toList();
    }
}
