package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The words of a timeline. {@code names} gives a responder's name. */
public final class TimelineLines {
    private static final String ARKE = "Arke";

    private final Function<UUID, String> names;

    public TimelineLines(Function<UUID, String> names) {
        this.names = names;
    }

    /** The lines as one reply in the thread below a card. */
    public Card card(List<TimelineEntry> entries) {
        var lines = entries.stream().map(this::line).toList();
        var body = lines.size() == 1 ? new Element.Paragraph(lines.getFirst()) : new Element.Lines(lines);
        // A lock screen shows the time by itself, and little else.
        var summary = PlainText.of(words(entries.getFirst()));
        return new Card(summary, Tone.NEUTRAL, List.of(), List.of(body), List.of(), List.of());
    }

    /** The lines as a post of its own, which says what it is about. */
    public Card post(IncidentView view, List<TimelineEntry> entries) {
        var card = card(entries);
        var title = List.of(
                Span.strong("#" + view.number()),
                Span.text(" " + view.incident().facts().summary()));
        return new Card(
                "#" + view.number() + " " + card.summary(), Tone.NEUTRAL, title, card.body(), List.of(), List.of());
    }

    /** Whether it is of interest to those who only want to know how an incident stands. */
    public static boolean isStateChange(TimelineEntry entry) {
        return switch (entry.event()) {
            case IncidentEvent.PriorityChanged ignored -> true;
            case IncidentEvent.LastResortReachesNobody ignored -> true;
            case IncidentEvent.Exhausted ignored -> true;
            case IncidentEvent.Acknowledged ignored -> true;
            case IncidentEvent.AckTimedOut ignored -> true;
            case IncidentEvent.Unacknowledged ignored -> true;
            case IncidentEvent.Snoozed ignored -> true;
            case IncidentEvent.SnoozeEnded ignored -> true;
            case IncidentEvent.FloodEnded ignored -> true;
            case IncidentEvent.Resolved ignored -> true;
            case IncidentEvent.Reopened ignored -> true;
            case IncidentEvent.Escalated ignored -> true;
            case IncidentEvent.Reassigned ignored -> true;
            case IncidentEvent.RespondersAdded ignored -> true;
            case IncidentEvent.Noted ignored -> true;
            case IncidentEvent.QuestionAsked ignored -> true;
            case IncidentEvent.QuestionAnswered ignored -> true;
            case IncidentEvent.MergedInto ignored -> true;
            case IncidentEvent.Absorbed ignored -> true;
            case IncidentEvent.RoomOpened ignored -> true;
            // The card itself says so.
            case IncidentEvent.Triggered ignored -> false;
            case IncidentEvent.StepFired ignored -> false;
            case IncidentEvent.LastResortFired ignored -> false;
            case IncidentEvent.AdminsPaged ignored -> false;
            case IncidentEvent.StepReachesNobody ignored -> false;
            case IncidentEvent.WithoutContactMethod ignored -> false;
            case IncidentEvent.NobodyReached ignored -> false;
            case IncidentEvent.PageDelivered ignored -> false;
            case IncidentEvent.PageFailed ignored -> false;
            case IncidentEvent.FloodBegan ignored -> false;
            case IncidentEvent.PlacePageFailed ignored -> false;
            case IncidentEvent.QuestionUnreached ignored -> false;
        };
    }

    /** "14:05 alice took it." */
    public List<Span> line(TimelineEntry entry) {
        var spans = new ArrayList<Span>();
        spans.add(Span.clock(entry.at()));
        spans.add(Span.text(" "));
        spans.addAll(words(entry));
        return spans;
    }

    /** The same without its time. */
    List<Span> words(TimelineEntry entry) {
        return words(entry.event(), who(entry));
    }

    private List<Span> words(IncidentEvent event, String who) {
        return switch (event) {
            case IncidentEvent.Triggered opened ->
                said("Opened by " + who + ", priority " + opened.priority().word() + ".");
            case IncidentEvent.PriorityChanged changed ->
                said("Priority is " + changed.to().word() + " now, was "
                        + changed.from().word() + by(who) + ".");
            case IncidentEvent.StepFired fired ->
                paged("Step " + fired.step() + ": paging ", fired.people(), fired.places());
            case IncidentEvent.LastResortFired fired -> paged("Last resort: paging ", fired.people(), fired.places());
            case IncidentEvent.AdminsPaged fired ->
                paged("Nobody could be reached: paging the admins ", fired.people(), fired.places());
            case IncidentEvent.StepReachesNobody nobody ->
                said("Step " + nobody.step() + " reaches nobody; going on at once.");
            case IncidentEvent.LastResortReachesNobody ignored -> said("The last resort reaches nobody.");
            case IncidentEvent.WithoutContactMethod without ->
                people("", without.people(), " cannot be paged: no working contact method.");
            case IncidentEvent.NobodyReached nobody ->
                nobody.people().isEmpty()
                        ? said("No page of this step arrived; going on.")
                        : people("No page reached ", nobody.people(), "; going on.");
            case IncidentEvent.Exhausted ignored ->
                said("Every step is through and nobody took it. The last resort is paged until somebody does.");
            case IncidentEvent.PageDelivered delivered ->
                person("Page delivered to ", delivered.responderId(), " by " + way(delivered.by()) + ".");
            case IncidentEvent.PageFailed failed ->
                person(
                        "Page to ",
                        failed.responderId(),
                        " by " + way(failed.by()) + " did not arrive ("
                                + failed.reason().word() + "): " + failed.problem());
            case IncidentEvent.PlacePageFailed failed ->
                said("Page to " + failed.place() + " did not arrive ("
                        + failed.reason().word() + "): " + failed.problem());
            case IncidentEvent.FloodBegan began ->
                said(began.within()
                        .map(within -> "The quota of " + began.threshold() + " incidents within "
                                + ContactWords.length(within) + " is used up: new alerts are collected here.")
                        .orElse("More than " + began.threshold() + " new alerts a minute: they are collected here."));
            case IncidentEvent.FloodEnded ended -> said(floodEnded(ended));
            case IncidentEvent.Acknowledged ignored -> said(who + " took it.");
            case IncidentEvent.AckTimedOut timedOut ->
                said("Nothing happened for too long since " + timedOut.owner() + " took it: paging starts again.");
            case IncidentEvent.Unacknowledged ignored -> said(who + " gave it back: paging starts again.");
            case IncidentEvent.Snoozed snoozed -> snoozed(snoozed, who);
            case IncidentEvent.SnoozeEnded ignored -> said("The snooze is over: paging starts again.");
            case IncidentEvent.Resolved resolved ->
                said("Resolved by " + who + (resolved.note().isBlank() ? "." : ": " + resolved.note()));
            case IncidentEvent.Reopened ignored -> said("Reopened by " + who + ": paging starts again.");
            case IncidentEvent.Escalated ignored -> said(who + " escalated it.");
            case IncidentEvent.Reassigned reassigned ->
                person(who + " handed it to ", reassigned.to(), ", who is paged.");
            case IncidentEvent.RespondersAdded added -> people(who + " added ", added.people(), ".");
            case IncidentEvent.Noted noted -> said(who + ": " + noted.text());
            case IncidentEvent.QuestionAsked asked -> person(who + " asks ", asked.who(), ": " + asked.question());
            case IncidentEvent.QuestionAnswered answered ->
                said(who + " answers " + answered.asker() + " (“" + answered.question() + "”): " + answered.answer());
            case IncidentEvent.QuestionUnreached unreached ->
                person("The question did not reach ", unreached.who(), "; I keep trying.");
            case IncidentEvent.MergedInto merged -> said(who + " made it a part of #" + merged.number() + ".");
            case IncidentEvent.Absorbed absorbed -> said(who + " made #" + absorbed.number() + " a part of this.");
            case IncidentEvent.RoomOpened opened -> said(who + " opened the room #" + opened.name() + ".");
        };
    }

    private static String floodEnded(IncidentEvent.FloodEnded ended) {
        var more = ended.firing() - ended.sample().size();
        var firing = ended.firing() == 0
                ? "none of them fires any more."
                : ended.firing() + " of them still fire: " + String.join(" · ", ended.sample())
                        + (more > 0 ? " and " + more + " more." : ".");
        return "The flood is over, new alerts open incidents of their own again. Collected here: " + ended.collected()
                + "; " + firing;
    }

    private static List<Span> snoozed(IncidentEvent.Snoozed snoozed, String who) {
        var reason = snoozed.reason().isBlank() ? "." : ": " + snoozed.reason();
        return List.of(Span.text(who + " snoozed it until "), Span.dateTime(snoozed.until()), Span.text(reason));
    }

    /** "alice", "alice (Teams)": with the chat in which they did it; the built-in one goes without saying. */
    private static String who(TimelineEntry entry) {
        return actor(new Owner(entry.actor()))
                + entry.via()
                        .filter(chat -> chat != ContactKind.SANDBOX)
                        .map(chat -> " (" + way(chat) + ")")
                        .orElse("");
    }

    private static String actor(Owner by) {
        if (IncidentWords.isArke(by)) return ARKE;
        int colon = by.word().indexOf(':');
        return by.word().startsWith("monitor:") || by.word().startsWith("key:")
                ? by.word().substring(colon + 1)
                : by.label();
    }

    private static String by(String who) {
        return who.equals(ARKE) ? "" : ", by " + who;
    }

    private static String way(ContactKind kind) {
        return switch (kind) {
            case SLACK -> "Slack";
            case TEAMS -> "Teams";
            case SANDBOX -> "the sandbox";
            case EMAIL -> "mail";
            case SMS -> "SMS";
            case CALL -> "phone call";
            case WEBHOOK -> "webhook";
        };
    }

    private static List<Span> said(String words) {
        return List.of(Span.text(words));
    }

    private List<Span> person(String before, UUID person, String after) {
        return List.of(Span.text(before), mention(person), Span.text(after));
    }

    private List<Span> people(String before, Collection<UUID> people, String after) {
        var spans = new ArrayList<Span>();
        if (!before.isEmpty()) spans.add(Span.text(before));
        for (var person : people.stream().sorted().toList()) {
            if (spans.size() > (before.isEmpty() ? 0 : 1)) spans.add(Span.text(", "));
            spans.add(mention(person));
        }
        spans.add(Span.text(after));
        return spans;
    }

    private List<Span> paged(String before, Collection<UUID> people, List<String> places) {
        if (people.isEmpty() && places.isEmpty()) return said(before + "nobody.");
        var also = String.join(", ", places);
        if (people.isEmpty()) return said(before + also + ".");
        return people(before, people, places.isEmpty() ? "." : ", " + also + ".");
    }

    private Span mention(UUID person) {
        return new Span.Mention(person, names.apply(person));
    }
}
