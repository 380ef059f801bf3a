package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.Parsed;
import dev.arke.chat.Verb;
import dev.arke.responder.Act;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every verb's class, and which command goes to which. */
final class Verbs {
    private final ShowOverview overview;
    private final ShowHelp help = new ShowHelp();
    private final TellWho who;
    private final ShowCalendar calendar;
    private final ShowReport report;
    private final ShowMyCalendar myCalendar;
    private final ChangeCalendar changeCalendar;
    private final TakeVacation vacation;
    private final ImportVacation imports;
    private final ManageRotations rotations;
    private final ManageRosters rosters;
    private final AnswerRequests requests;
    private final OfferFeeds feeds;
    private final Administer keys;
    private final PageSomebody page;
    private final ListIncidents list;
    private final ShowIncident show;
    private final Simulate simulate;
    private final ShowMe me;
    private final ChangeMyRules rules;
    private final ChangeMyContacts contacts;
    private final ChangeMyWishes wishes;
    private final ChangeIncidents change;
    private final AskSomebody ask;
    private final GiveAnswer answer;
    private final LinkHere link;
    private final Connect connect;
    private final OpenRoom room;

    Verbs(DialogueNeeds needs, Linking linking, Dialogue dialogue) {
        overview = new ShowOverview(
                needs.findConcerns(),
                needs.calendar().findShiftsOf(),
                needs.calendar().whoIsOnCall());
        who = new TellWho(needs.calendar().whoIsOnCall(), needs.calendar().findShiftsOf());
        calendar = new ShowCalendar(needs.calendar());
        myCalendar = new ShowMyCalendar(needs.calendar().requests());
        report = new ShowReport(needs.calendar(), needs.files());
        changeCalendar = new ChangeCalendar(needs.calendar());
        vacation = new TakeVacation(needs.calendar());
        imports = new ImportVacation(needs.calendar(), needs.files());
        rotations = new ManageRotations(needs.calendar());
        rosters = new ManageRosters(needs.calendar());
        requests = new AnswerRequests(needs.calendar());
        feeds = new OfferFeeds(needs.feeds().keep());
        keys = new Administer(needs.keys());
        page = new PageSomebody(needs.incidents().pageByHand());
        list = new ListIncidents(needs.findIncidents());
        show = new ShowIncident(needs.readIncident());
        simulate = new Simulate(needs.incidents().simulate(), needs.previewPage());
        me = new ShowMe(needs.calendar(), needs.sendTestPage(), needs.carriers());
        contacts = new ChangeMyContacts(needs.keepContacts());
        wishes = new ChangeMyWishes(needs.changeWishes());
        rules = new ChangeMyRules(needs.changeRules(), wishes, needs.carriers());
        var people = new FindPeople(needs.calendar().whoIsOnCall(), needs.carriers());
        change = new ChangeIncidents(needs.incidents().act(), people, linking);
        ask = new AskSomebody(needs.incidents().questions().ask(), people);
        connect = new Connect(needs.links(), new FinishLink(needs.links(), dialogue, needs.inPlace()));
        answer = new GiveAnswer(needs.incidents().questions().answer());
        link = new LinkHere(needs.rooms());
        room = new OpenRoom(needs.rooms().open());
    }

    Reply run(Asked asked, Command command) {
        return switch (command) {
            case Command.Overview ignored -> overview.answer(asked);
            case Command.Help one -> help.answer(asked, one);
            case Command.Who one -> who.answer(asked, one);
            case Command.Next one -> who.answer(asked, one);
            case Command.Shifts one -> calendar.answer(asked, one);
            case Command.Rotations one -> calendar.answer(asked, one);
            case Command.Why one -> calendar.answer(asked, one);
            case Command.EditShift one -> changeCalendar.answer(asked, one);
            case Command.ShowRotation one -> rotations.answer(asked, one);
            case Command.ChangeRotation one -> rotations.answer(asked, one);
            case Command.RemoveRotation one -> rotations.answer(asked, one);
            case Command.RefillRotation one -> rotations.answer(asked, one);
            case Command.PauseRotation one -> rotations.answer(asked, one);
            case Command.Rosters one -> rosters.answer(asked, one);
            case Command.ChangeRoster one -> rosters.answer(asked, one);
            case Command.Calendar one -> calendar.answer(asked, one);
            case Command.Report one -> report.answer(asked, one);
            case Command.ReportCoverage one -> report.answer(asked, one);
            case Command.Cover one -> changeCalendar.answer(asked, one);
            case Command.Take one -> changeCalendar.answer(asked, one);
            case Command.Vacation one -> vacation.answer(asked, one);
            case Command.VacationOver one -> vacation.answer(asked, one);
            case Command.ImportVacations one -> imports.answer(asked, one);
            case Command.StopImport one -> imports.answer(asked, one);
            case Command.ImportFile one -> imports.answer(asked, one);
            case Command.Swap one -> requests.answer(asked, one);
            case Command.Accept one -> requests.answer(asked, one);
            case Command.Decline one -> requests.answer(asked, one);
            case Command.Undo one -> changeCalendar.answer(asked, one);
            case Command.Feed one -> feeds.answer(asked, one);
            case Command.RevokeFeed one -> feeds.answer(asked, one);
            case Command.RevokeAllFeeds one -> feeds.answer(asked, one);
            case Command.Keys ignored -> keys.list(asked);
            case Command.MakeKey one -> keys.answer(asked, one);
            case Command.RevokeKey one -> keys.answer(asked, one);
            case Command.Page one -> page.answer(asked, one);
            case Command.ListIncidents one -> list.answer(asked, one);
            case Command.Show one -> show.answer(asked, one);
            case Command.Simulate one -> simulate.answer(asked, one);
            case Command.OpenRoom one -> room.answer(asked, one);
            case Command.ArchiveRoom one -> room.answer(asked, one);
            case Command.Link one -> link.answer(asked, one);
            case Command.Unlink one -> link.answer(asked, one);
            case Command.Connect one -> connect.connect(asked, one);
            case Command.Disconnect one -> connect.disconnect(asked, one);
            case Command.Me ignored -> own(asked, person -> me.me(asked, person));
            case Command.ChangeRules one -> own(asked, person -> rules.answer(asked, person, one));
            case Command.OwnPaging one -> own(asked, person -> wishes.answer(asked, person, one));
            case Command.OwnContact one -> own(asked, person -> contacts.answer(asked, person, one));
            case Command.ChangeReminders one -> own(asked, person -> me.remind(asked, person, one));
            case Command.Test test -> own(asked, person -> me.test(asked, person, test));
            case Command.Ask one -> ask.answer(asked, one);
            case Command.Answer one -> answer.answer(asked, one);
            case Command.OnIncidents one -> change.answer(asked, one);
        };
    }

    /** What concerns the one who asks, then how they are reached; each feature that has more to show adds its card. */
    List<Card> home(Asked asked) {
        var cards = new ArrayList<Card>();
        cards.add(overview.card(asked));
        report.warnings(asked).ifPresent(cards::add);
        asked.me().ifPresent(me -> {
            cards.add(myCalendar.card(asked, me));
            cards.add(this.me.withoutShifts(asked, me));
        });
        return List.copyOf(cards);
    }

    /** What is answered at once where the line asks for a form; empty when the form is to open. */
    Optional<Reply> insteadOfForm(Asked asked, Parsed.FormWanted wanted) {
        if (wanted.verb() == Verb.LINK)
            return link.insteadOfForm(asked, wanted.given().isEmpty());
        if (wanted.verb() == Verb.ROSTER) return ManageRotations.refusal(asked);
        if (wanted.verb() == Verb.SHIFTS)
            return ManageRotations.refusal(asked).or(() -> changeCalendar.insteadOfForm(asked, wanted));
        if (wanted.verb() == Verb.SWAP) return requests.insteadOfForm(asked);
        if (wanted.verb() == Verb.ROTATION) return rotations.insteadOfForm(asked, wanted);
        return wanted.verb() == Verb.CONNECT ? asked.me().map(me -> connect.known(asked)) : Optional.empty();
    }

    /** With what is there already, where a form changes something. */
    Parsed.FormWanted filled(Asked asked, Parsed.FormWanted wanted) {
        return wanted.verb() == Verb.ROTATION ? rotations.filled(asked, wanted) : wanted;
    }

    GiveAnswer answers() {
        return answer;
    }

    /** About the person who asks; only a known one has anything of their own. */
    private static Reply own(Asked asked, Function<Responder, Reply> answer) {
        return Refusals.refusal(asked, Act.OWN)
                .orElseGet(() -> answer.apply(asked.me().orElseThrow()));
    }
}
