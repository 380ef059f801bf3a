package dev.arke.dialogue;

import dev.arke.calendar.PersonShift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.chat.HolidayWords;
import dev.arke.chat.MeCard;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.ReminderPhrase;
import dev.arke.chat.WishLines;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.delivery.SendTestPage;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code me} and {@code test}: how Arke reaches the one who asks, and whether it does. */
final class ShowMe {
    private final CalendarUseCases calendar;
    private final SendTestPage sendTestPage;
    private final Set<ContactKind> carriers;

    ShowMe(CalendarUseCases calendar, SendTestPage sendTestPage, Set<ContactKind> carriers) {
        this.calendar = calendar;
        this.sendTestPage = sendTestPage;
        this.carriers = carriers;
    }

    Reply me(Asked asked, Responder me) {
        var shifts = calendar.findShiftsOf().find(me.id(), asked.now());
        return new Reply.Private(card(asked, me)
                .and(MeCard.shifts(shifts, asked.now(), asked.own()))
                .and(calendarWords(asked, me, shifts)));
    }

    /** For where the person's shifts stand already. */
    Card withoutShifts(Asked asked, Responder me) {
        return card(asked, me)
                .and(calendarWords(asked, me, calendar.findShiftsOf().find(me.id(), asked.now())));
    }

    private Card card(Asked asked, Responder me) {
        var say = asked.own();
        return MeCard.of(
                me,
                priority -> asked.directory().rulesOf(me.id(), priority),
                WishLines.of(
                        asked.directory().wishesOf(me.id()),
                        me.zone(),
                        id -> asked.directory().scopeName(id),
                        say),
                asked.directory().identitiesOf(me.id()),
                carriers,
                asked.now(),
                say);
    }

    private Element calendarWords(Asked asked, Responder me, List<PersonShift> shifts) {
        var say = asked.own();
        var holidays = me.holidays()
                .map(region -> say.say("holidays", region.code()) + " "
                        + HolidayWords.of(region, shifts, me.zone(), asked.look())
                                .orElse(""))
                .orElse("");
        var said = ReminderPhrase.said(calendar.reminders().of(me.id()), say);
        return new Element.Context(say.spans(
                "remind.change", Span.text((holidays.strip() + " " + said).strip()), asked.typed("me remind 1w 1d")));
    }

    Reply remind(Asked asked, Responder me, Command.ChangeReminders command) {
        var say = asked.own();
        var own = calendar.reminders().change(me.id(), command.duty(), command.leads());
        return new Reply.Private(Card.line(Tone.GOOD, Span.text(say.say("remind.now", ReminderPhrase.said(own, say))))
                .withButtons(Button.of(say.say("me.button.usual"), "me remind usual")));
    }

    Reply test(Asked asked, Responder me, Command.Test command) {
        var sent = sendTestPage.send(
                new Actor.Person(me.id(), me.name()),
                asked.asker().platform().word(),
                method -> isMeant(method, command));
        if (sent.to().isEmpty() && !command.kinds().isEmpty()) return sentNothing(asked, sent);
        var say = asked.own();
        if (sent.to().isEmpty()) return told(Tone.ALARM, say.spans("test.none", asked.typed("me")));
        var card = told(Tone.GOOD, say.spans("test.sent", Span.text(ways(sent.to(), say)), asked.typed("me")));
        return sent.leftOut().isEmpty()
                ? card
                : new Reply.Private(card.card()
                        .and(Element.context(Span.text(say.say("test.left.out", ways(sent.leftOut(), say))))));
    }

    private static Reply.Private told(Tone tone, List<Span> words) {
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new)));
    }

    private static boolean isMeant(ContactMethod method, Command.Test command) {
        return (command.kinds().isEmpty() || command.kinds().contains(method.kind()))
                && command.address()
                        .filter(said -> !said.equalsIgnoreCase(method.address()))
                        .isEmpty();
    }

    /** By the way that was named. */
    private Reply sentNothing(Asked asked, SendTestPage.Sent sent) {
        var unproved =
                sent.leftOut().stream().filter(method -> !method.verified()).findFirst();
        var say = asked.own();
        var why = sent.leftOut().isEmpty()
                ? say.say("test.why.none")
                : unproved.isPresent()
                        ? say.say("test.why.unproved")
                        : say.say("test.why.carrier", ways(sent.leftOut(), say));
        return told(Tone.ALARM, say.spans("test.nothing", Span.text(why), asked.typed("me")));
    }

    private static String ways(List<ContactMethod> methods, Phrases say) {
        var notice = NoticePhrases.in(say.reader());
        return methods.stream()
                .map(method -> ContactWords.way(method.kind(), notice))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
