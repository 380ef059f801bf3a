package dev.arke.dialogue;

import dev.arke.calendar.PersonShift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.chat.HolidayWords;
import dev.arke.chat.MeCard;
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
                .and(MeCard.shifts(shifts, asked.now(), asked.look()))
                .and(calendarWords(asked, me, shifts)));
    }

    /** For where the person's shifts stand already. */
    Card withoutShifts(Asked asked, Responder me) {
        return card(asked, me)
                .and(calendarWords(asked, me, calendar.findShiftsOf().find(me.id(), asked.now())));
    }

    private Card card(Asked asked, Responder me) {
        return MeCard.of(
                me,
                priority -> asked.directory().rulesOf(me.id(), priority),
                WishLines.of(
                        asked.directory().wishesOf(me.id()),
                        me.zone(),
                        id -> asked.directory().scopeName(id)),
                asked.directory().identitiesOf(me.id()),
                carriers,
                asked.now());
    }

    private Element calendarWords(Asked asked, Responder me, List<PersonShift> shifts) {
        var holidays = me.holidays()
                .map(region -> "Your public holidays are those of " + region.code() + ". "
                        + HolidayWords.of(region, shifts, me.zone(), asked.look())
                                .orElse(""))
                .orElse("");
        var said = ReminderPhrase.said(calendar.reminders().of(me.id()));
        return Element.context(
                Span.text(holidays.strip() + (holidays.isEmpty() ? "" : " ") + said + " To change that, type "),
                asked.typed("me remind 1w 1d"),
                Span.text("."));
    }

    Reply remind(Responder me, Command.ChangeReminders command) {
        var own = calendar.reminders().change(me.id(), command.duty(), command.leads());
        return new Reply.Private(Card.line(Tone.GOOD, Span.text("From now on: " + ReminderPhrase.said(own)))
                .withButtons(Button.of("As usual", "me remind usual")));
    }

    Reply test(Asked asked, Responder me, Command.Test command) {
        var sent = sendTestPage.send(
                new Actor.Person(me.id(), me.name()),
                asked.asker().platform().word(),
                method -> isMeant(method, command));
        if (sent.to().isEmpty() && !command.kinds().isEmpty()) return sentNothing(asked, sent);
        if (sent.to().isEmpty())
            return new Reply.Private(Card.line(
                    Tone.ALARM,
                    Span.text("I sent nothing: none of your contact methods works. To see them, type "),
                    asked.typed("me"),
                    Span.text(".")));
        var card = Card.line(
                Tone.GOOD,
                Span.text("A test page is on its way to you by " + ways(sent.to())
                        + ". If it is not there within a minute, type "),
                asked.typed("me"),
                Span.text(" to see what is wrong."));
        if (sent.leftOut().isEmpty()) return new Reply.Private(card);
        return new Reply.Private(card.and(
                Element.context(Span.text("Left out, because it is not set up here: " + ways(sent.leftOut()) + "."))));
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
        var why = sent.leftOut().isEmpty()
                ? "you have no such way of contact"
                : unproved.isPresent()
                        ? "that is not proved yet, its code comes first"
                        : ways(sent.leftOut()) + " is not set up on this Arke";
        return new Reply.Private(Card.line(
                Tone.ALARM,
                Span.text("I sent nothing: " + why + ". To see what you have, type "),
                asked.typed("me"),
                Span.text(".")));
    }

    private static String ways(List<ContactMethod> methods) {
        return methods.stream()
                .map(method -> ContactWords.way(method.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
