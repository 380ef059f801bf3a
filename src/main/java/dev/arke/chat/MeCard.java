package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.calendar.PersonShift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Identity;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Arke knows of the one who asks: how they are reached, and in what order. */
public final class MeCard {
    private static final int MOST_SHIFTS = 5;

    private MeCard() {}

    /** {@code carriers} are the ways of contact that are set up; {@code rules} the person's or the default ones, {@code wished} what they want besides. */
    public static Card of(
            Responder me,
            Function<Priority, List<NotificationRule>> rules,
            List<List<Span>> wished,
            List<Identity> accounts,
            Set<ContactKind> carriers,
            Instant now) {
        var usable = PagePlan.usable(me.methods(), carriers);
        var body = new ArrayList<Element>();
        body.add(Element.paragraph("You are " + me.fullName() + ", called " + me.name() + " here. Your time zone is "
                + me.zone().getId() + (me.fileOwned() ? ", by the team file." : ".")));
        body.add(new Element.Heading("How I reach you"));
        if (me.methods().isEmpty())
            body.add(Element.paragraph(
                    "I have no way to reach you. Ask an admin to add your chat account or mail to the team file."));
        else
            body.add(new Element.Lines(
                    me.methods().stream().map(method -> line(method, carriers)).toList()));
        if (!usable.isEmpty()) {
            body.add(new Element.Heading("When you are paged"));
            body.add(new Element.Lines(Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW)
                    .map(priority -> plan(priority, rules.apply(priority), usable, now))
                    .toList()));
        }
        if (!wished.isEmpty()) body.add(new Element.Lines(wished));
        if (!accounts.isEmpty()) {
            body.add(new Element.Heading("Your chat accounts"));
            body.add(new Element.Lines(accounts.stream().map(AccountWords::line).toList()));
        }
        return new Card(
                usable.isEmpty() ? "No page can reach you" : "How I reach you",
                usable.isEmpty() ? Tone.ALARM : Tone.NEUTRAL,
                List.of(Span.text("What I know of you")),
                body,
                List.of(
                        Button.primary("Send me a test page", "test"),
                        Button.of("Change…", "me change"),
                        Button.of("Who is on call", "who")),
                tests(me.methods(), carriers));
    }

    /** What the person has on the calendar next, where that does not stand beside it. */
    public static Element[] shifts(List<PersonShift> shifts, Instant now, Phrases say) {
        var lines = ShiftLines.lines(shifts, now, MOST_SHIFTS, say);
        return new Element[] {
            new Element.Heading("Your shifts"),
            lines.isEmpty() ? Element.paragraph("None are planned.") : new Element.Lines(lines)
        };
    }

    /** A test page for each way of contact that can be tried, where there are several. */
    private static List<Button> tests(List<ContactMethod> methods, Set<ContactKind> carriers) {
        var tried = methods.stream()
                .filter(method -> method.verified() && carriers.contains(method.kind()))
                .toList();
        if (tried.size() < 2) return List.of();
        return tried.stream()
                .map(method -> {
                    boolean isOnly = tried.stream()
                                    .filter(other -> other.kind() == method.kind())
                                    .limit(2)
                                    .count()
                            == 1;
                    var which = isOnly ? "" : " " + method.address();
                    return Button.of(
                            "Test " + ContactWords.way(method.kind()) + which,
                            "test " + method.kind().word() + which);
                })
                .toList();
    }

    private static List<Span> line(ContactMethod method, Set<ContactKind> carriers) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(ContactWords.way(method.kind())));
        line.add(Span.text(" "));
        line.add(Span.code(method.address()));
        if (!method.verified())
            line.addAll(List.of(
                    Span.text(": not used yet. Type the code that I sent there: "), Span.code("me verify 123456")));
        else if (method.deadAt().isPresent())
            line.addAll(List.of(
                    Span.text(": not used since "),
                    Span.dateTime(method.deadAt().get()),
                    Span.text(", because nobody is there. Once that is mended, type test: it is tried, and taken"
                            + " back.")));
        else if (carriers.contains(method.kind())) line.add(Span.text(": ready."));
        else line.add(Span.text(": not set up on this Arke. An admin has to connect it first."));
        return line;
    }

    /** "urgent: Slack at once, SMS after 1 min." */
    public static List<Span> plan(
            Priority priority, List<NotificationRule> rules, List<ContactMethod> usable, Instant now) {
        var due = PagePlan.of(rules, usable, now);
        var words = due.stream()
                .map(one -> ContactWords.way(one.method().kind()) + " "
                        + ContactWords.after(Duration.between(now, one.at()))
                        + ContactWords.every(one.every()))
                .collect(Collectors.joining(", "));
        var without = rules.stream()
                .filter(rule -> usable.stream().noneMatch(method -> rule.via().takes(method.kind())))
                .map(rule -> rule.via().word())
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                Span.strong(priority.word()),
                Span.text(": " + words + "."
                        + (without.isEmpty() ? "" : " Left out, as you have none that works: " + without + ".")));
    }
}
