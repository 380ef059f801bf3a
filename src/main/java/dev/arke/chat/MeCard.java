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
            Instant now,
            Phrases say) {
        var usable = PagePlan.usable(me.methods(), carriers);
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(say.say(
                me.fileOwned() ? "me.you.file" : "me.you",
                me.fullName(),
                me.name(),
                me.zone().getId())));
        body.add(new Element.Heading(say.say("me.how")));
        if (me.methods().isEmpty()) body.add(Element.paragraph(say.say("me.none")));
        else
            body.add(new Element.Lines(me.methods().stream()
                    .map(method -> line(method, carriers, say))
                    .toList()));
        if (!usable.isEmpty()) {
            body.add(new Element.Heading(say.say("me.when")));
            body.add(new Element.Lines(Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW)
                    .map(priority -> plan(priority, rules.apply(priority), usable, now, say))
                    .toList()));
        }
        if (!wished.isEmpty()) body.add(new Element.Lines(wished));
        if (!accounts.isEmpty()) {
            body.add(new Element.Heading(say.say("me.accounts")));
            body.add(new Element.Lines(accounts.stream()
                    .map(account -> AccountWords.line(account, say))
                    .toList()));
        }
        return new Card(
                say.say(usable.isEmpty() ? "me.unreachable" : "me.how"),
                usable.isEmpty() ? Tone.ALARM : Tone.NEUTRAL,
                say.spans("me.title"),
                body,
                List.of(
                        Button.primary(say.say("me.button.test"), "test"),
                        Button.of(say.say("me.button.change"), "me change"),
                        Button.of(say.say("me.button.who"), "who")),
                tests(me.methods(), carriers, say));
    }

    /** What the person has on the calendar next, where that does not stand beside it. */
    public static Element[] shifts(List<PersonShift> shifts, Instant now, Phrases say) {
        var lines = ShiftLines.lines(shifts, now, MOST_SHIFTS, LookPhrases.in(say.reader()));
        return new Element[] {
            new Element.Heading(say.say("me.shifts")),
            lines.isEmpty() ? Element.paragraph(say.say("me.shifts.none")) : new Element.Lines(lines)
        };
    }

    /** A test page for each way of contact that can be tried, where there are several. */
    private static List<Button> tests(List<ContactMethod> methods, Set<ContactKind> carriers, Phrases say) {
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
                            say.say("me.button.test.way", way(method, say) + which),
                            "test " + method.kind().word() + which);
                })
                .toList();
    }

    private static String way(ContactMethod method, Phrases say) {
        return ContactWords.way(method.kind(), NoticePhrases.in(say.reader()));
    }

    private static List<Span> line(ContactMethod method, Set<ContactKind> carriers, Phrases say) {
        var way = Span.strong(way(method, say));
        var address = Span.code(method.address());
        if (!method.verified()) return say.spans("method.unproved", way, address, Span.code("me verify 123456"));
        if (method.deadAt().isPresent())
            return say.spans(
                    "method.dead", way, address, Span.dateTime(method.deadAt().get()));
        return say.spans(carriers.contains(method.kind()) ? "method.ready" : "method.carrier", way, address);
    }

    /** "urgent: Slack at once, SMS after 1 min." */
    public static List<Span> plan(
            Priority priority, List<NotificationRule> rules, List<ContactMethod> usable, Instant now, Phrases say) {
        var due = PagePlan.of(rules, usable, now);
        var words = due.stream()
                .map(one -> ContactWords.due(one.method().kind(), Duration.between(now, one.at()), one.every(), say))
                .collect(Collectors.joining(", "));
        var without = rules.stream()
                .filter(rule -> usable.stream().noneMatch(method -> rule.via().takes(method.kind())))
                .map(rule -> rule.via().word())
                .distinct()
                .collect(Collectors.joining(", "));
        return say.spans(
                without.isEmpty() ? "plan" : "plan.without",
                Span.strong(IncidentWords.priority(priority, PagePhrases.in(say.reader()))),
                Span.text(words),
                Span.text(without));
    }
}
